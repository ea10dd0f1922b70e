package io.ackfin.handshake;

import io.ackfin.protocol.DispatchId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which handshake is meant: a variant, a start-up and the edits. Immutable.
 *
 * @param variant the variant
 * @param startup how cores are found
 * @param without the protections that are off
 * @param with the additions that are on
 * @param ids the dispatch-id counter
 * @param faults the faults that are built in
 * @param staging early staging: whether a task may be dispatched, gated, before its producers
 *     completed
 */
public record Protocol(
    Variant variant,
    Startup startup,
    Set<Protection> without,
    Set<Addition> with,
    DispatchId ids,
    Set<Fault> faults,
    boolean staging) {
  public Protocol {
    without = copy(without, Protection.class);
    with = copy(with, Addition.class);
    faults = copy(faults, Fault.class);
  }

  /**
   * A variant with every protection on, nothing added, the full counter, no start-up, no fault and
   * no early staging.
   */
  public static Protocol of(Variant variant) {
    return new Protocol(
        variant,
        Startup.NONE,
        EnumSet.noneOf(Protection.class),
        EnumSet.noneOf(Addition.class),
        DispatchId.FULL,
        EnumSet.noneOf(Fault.class),
        false);
  }

  /** This protocol with one more protection off. */
  public Protocol without(Protection protection) {
    Set<Protection> off = EnumSet.of(protection);
    off.addAll(without);
    return new Protocol(variant, startup, off, with, ids, faults, staging);
  }

  /** This protocol with one more addition on. */
  public Protocol with(Addition addition) {
    Set<Addition> on = EnumSet.of(addition);
    on.addAll(with);
    return new Protocol(variant, startup, without, on, ids, faults, staging);
  }

  /** This protocol with another start-up. */
  public Protocol startingBy(Startup other) {
    return new Protocol(variant, other, without, with, ids, faults, staging);
  }

  /** This protocol with another dispatch-id counter. */
  public Protocol counting(DispatchId counter) {
    return new Protocol(variant, startup, without, with, counter, faults, staging);
  }

  /** This protocol with one more fault built in. */
  public Protocol withFault(Fault fault) {
    Set<Fault> builtIn = EnumSet.of(fault);
    builtIn.addAll(faults);
    return new Protocol(variant, startup, without, with, ids, builtIn, staging);
  }

  /** This protocol with or without early staging. */
  public Protocol staging(boolean early) {
    return new Protocol(variant, startup, without, with, ids, faults, early);
  }

  /**
   * The tables of this protocol. Faults come last: where one of them changes a row that a
   * protection has to do with as well, the fault stands.
   */
  public Tables tables() {
    return new Tables(rows());
  }

  TableRows rows() {
    TableRows rows = Edit.startingBy(startup, VariantRows.of(variant)).counting(ids);
    if (staging) {
      rows = Edit.stagingEarly(variant, rows);
    }
    for (Protection protection : without) {
      rows = Edit.switchOff(protection, variant, rows);
    }
    for (Addition addition : with) {
      rows = Edit.switchOn(addition, rows);
    }
    for (Fault fault : faults) {
      rows = Edit.buildIn(fault, variant, rows);
    }
    return rows;
  }

  private static <E extends Enum<E>> Set<E> copy(Set<E> set, Class<E> type) {
    EnumSet<E> copy = EnumSet.noneOf(type);
    copy.addAll(set);
    return Collections.unmodifiableSet(copy);
  }
}
