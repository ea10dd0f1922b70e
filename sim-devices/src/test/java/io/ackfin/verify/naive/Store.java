package io.ackfin.verify.naive;

import io.ackfin.handshake.MemoryMode;
import io.ackfin.verify.StoreOrder;
import java.util.List;

/**
 * A store on its way.
 *
 * @param core whose place is stored to
 * @param cell the place
 * @param word what is stored
 */
record Store(int core, Cell cell, Word word) {
  /** Whether the store at a position of a thread's queue may be the next to become visible. */
  static boolean mayArrive(StoreOrder memory, List<Store> posted, int position) {
    if (memory.mode() == MemoryMode.FIFO) {
      return position == 0;
    }
    return posted.subList(0, position).stream()
        .noneMatch(earlier -> earlier.holdsBack(posted.get(position), memory));
  }

  private boolean holdsBack(Store later, StoreOrder memory) {
    boolean samePlace = core == later.core && cell == later.cell;
    boolean bothRegisters = cell.isRegister() && later.cell.isRegister();
    boolean oneMayMove = cell.isMovable(memory) || later.cell.isMovable(memory);
    return samePlace || bothRegisters || !oneMayMove;
  }

  @Override
  public String toString() {
    return "core " + core + " " + cell + " := " + cell.format(word);
  }
}
