package io.ackfin.scenario;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.handshake.Addition;
import io.ackfin.handshake.Fault;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.DispatchId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The handshake between control CPU and cores, and where tasks are placed. */
public record ProtocolSection(
    @Parameter("how tasks are handed over") Variant variant,
    @Parameter("protections that are switched off") Set<Protection> without,
    @Parameter("additions that are switched on") Set<Addition> with,
    @Parameter("where a task with two vector subtasks goes") Placement placement,
    @Parameter("which path may put a task behind a running one") PendingDispatch pendingDispatch,
    @Parameter(
            value = "dispatch ids are 0 to idModulus - 1; 0 for the full counter",
            max = DispatchId.RESERVED)
        int idModulus) {
  public ProtocolSection {
    without = copy(without, Protection.class);
    with = copy(with, Addition.class);
  }

  /** In the order of declaration, so that equal scenarios are written out as equal texts. */
  private static <E extends Enum<E>> Set<E> copy(Set<E> set, Class<E> type) {
    EnumSet<E> copy = EnumSet.noneOf(type);
    copy.addAll(set);
    return Collections.unmodifiableSet(copy);
  }

  /** Two slots, every protection on, nothing added. */
  static ProtocolSection defaults() {
    return new ProtocolSection(
        Variant.DUAL_SLOT, Set.of(), Set.of(), Placement.BY_SUBSLOT, PendingDispatch.BOTH, 0);
  }

  /** The handshake that is meant, for a chip whose cores are found by {@code startup}. */
  public Protocol handshake(Startup startup) {
    return new Protocol(
        variant,
        startup,
        without,
        with,
        DispatchId.FULL.modulo(idModulus),
        EnumSet.noneOf(Fault.class),
        false);
  }
}
