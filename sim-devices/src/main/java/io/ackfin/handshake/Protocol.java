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
 */
public record Protocol(
    Variant variant, Startup startup, Set<Protection> without, Set<Addition> with, DispatchId ids) {
  public Protocol {
    without = copy(without, Protection.class);
    with = copy(with, Addition.class);
  }

  /** A variant with every protection on, nothing added, the full counter and no start-up. */
  public static Protocol of(Variant variant) {
    return new Protocol(
        variant,
        Startup.NONE,
        EnumSet.noneOf(Protection.class),
        EnumSet.noneOf(Addition.class),
        DispatchId.FULL);
  }

  /** This protocol with one more protection off. */
  public Protocol without(Protection protection) {
    Set<Protection> off = EnumSet.of(protection);
    off.addAll(without);
    return new Protocol(variant, startup, off, with, ids);
  }

  /** This protocol with one more addition on. */
  public Protocol with(Addition addition) {
    Set<Addition> on = EnumSet.of(addition);
    on.addAll(with);
    return new Protocol(variant, startup, without, on, ids);
  }

  /** This protocol with another start-up. */
  public Protocol startingBy(Startup other) {
    return new Protocol(variant, other, without, with, ids);
  }

  /** This protocol with another dispatch-id counter. */
  public Protocol counting(DispatchId counter) {
    return new Protocol(variant, startup, without, with, counter);
  }

  /** The tables of this protocol. */
  public Tables tables() {
    TableRows rows = Edit.startingBy(startup, VariantRows.of(variant)).counting(ids);
    for (Protection protection : without) {
      rows = Edit.switchOff(protection, variant, rows);
    }
    for (Addition addition : with) {
      rows = Edit.switchOn(addition, rows);
    }
    return new Tables(rows);
  }

  private static <E extends Enum<E>> Set<E> copy(Set<E> set, Class<E> type) {
    EnumSet<E> copy = EnumSet.noneOf(type);
    copy.addAll(set);
    return Collections.unmodifiableSet(copy);
  }
}
