package io.ackfin.verify;

import io.ackfin.handshake.Location;
import io.ackfin.handshake.MemoryMode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * In which order the stores of a thread become visible.
 *
 * @param mode whether they are posted and keep their order
 * @param movable with {@link MemoryMode#RELAXED}: the places, of {@link Location#PAYLOAD}, {@link
 *     Location#HANK} and {@link Location#DMB}, whose stores may pass others and be passed; empty in
 *     the other modes
 */
public record StoreOrder(MemoryMode mode, Set<Location> movable) {
  /** Every place that can be named as movable. */
  public static final Set<Location> PLACES =
      Collections.unmodifiableSet(EnumSet.of(Location.PAYLOAD, Location.HANK, Location.DMB));

  public StoreOrder {
    if (!PLACES.containsAll(movable)) {
      throw new IllegalArgumentException("movable: " + movable + " (expected: of " + PLACES + ")");
    }
    if ((mode == MemoryMode.RELAXED) == movable.isEmpty()) {
      throw new IllegalArgumentException(
          "movable: " + movable + " (expected: some place in relaxed memory, none in other modes)");
    }
    EnumSet<Location> copy = EnumSet.noneOf(Location.class);
    copy.addAll(movable);
    movable = Collections.unmodifiableSet(copy);
  }

  /** A mode with, if it is relaxed, every place movable. */
  public static StoreOrder of(MemoryMode mode) {
    return new StoreOrder(mode, mode == MemoryMode.RELAXED ? PLACES : Collections.emptySet());
  }
}
