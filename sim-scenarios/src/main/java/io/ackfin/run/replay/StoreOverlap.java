package io.ackfin.run.replay;

import io.ackfin.device.soc.PostedStores;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.verify.StoreOrder;
import java.util.Set;

/**
 * Which of a thread's stores may become visible before which: with {@link MemoryMode#FIFO} none
 * before an earlier one; with {@link MemoryMode#RELAXED} not before one to the same place, not one
 * to a register before another to a register, and not one that cannot move before another that
 * cannot. Flags of the start-up and the doorbell can move if everything can.
 */
record StoreOverlap(StoreOrder order) {
  /** Why a store may not become visible next; empty if it may. */
  String refusal(PostedStores stores, int position) {
    if (position < 0 || position >= stores.size()) {
      return "no such store is on its way";
    }
    for (int earlier = 0; earlier < position; earlier++) {
      if (order.mode() != MemoryMode.RELAXED || holdsBack(stores, earlier, position)) {
        return "an earlier store holds it back";
      }
    }
    return "";
  }

  private boolean holdsBack(PostedStores stores, int earlier, int later) {
    Location first = stores.location(earlier);
    Location second = stores.location(later);
    return stores.samePlace(earlier, later)
        || (isRegister(first) && isRegister(second))
        || (!isMovable(first) && !isMovable(second));
  }

  private static boolean isRegister(Location location) {
    return location.isRegister() || location == Location.WINDOW;
  }

  private boolean isMovable(Location location) {
    Set<Location> movable = order.movable();
    return StoreOrder.PLACES.contains(location)
        ? movable.contains(location)
        : movable.equals(StoreOrder.PLACES);
  }
}
