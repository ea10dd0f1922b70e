package io.ackfin.verify;

import io.ackfin.handshake.Location;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.protocol.Invariant;

/** The stores of threads: posted, on their way, visible. */
final class Memory {
  private final Layout layout;
  private final MemoryMode mode;
  private final boolean[] movable;

  Memory(BoundedSystem system, Layout layout) {
    this.layout = layout;
    mode = system.memory().mode();
    Cell[] cells = Cell.values();
    movable = new boolean[cells.length];
    boolean all = system.memory().movable().equals(StoreOrder.PLACES);
    for (Cell cell : cells) {
      Location location = cell.location();
      movable[cell.ordinal()] =
          StoreOrder.PLACES.contains(location) ? system.memory().movable().contains(location) : all;
    }
  }

  /** Whether a writer can post another store. */
  boolean hasRoom(long[] situation, int writer) {
    return mode == MemoryMode.IN_ORDER || layout.queues[writer].hasRoom(situation);
  }

  /** Whether a barrier of this writer is passed: only in relaxed memory is there one to wait at. */
  boolean passesBarrier(long[] situation, int writer) {
    return mode != MemoryMode.RELAXED || layout.queues[writer].isEmpty(situation);
  }

  /** Whether every store of a writer is visible. */
  boolean drained(long[] situation, int writer) {
    return layout.queues[writer].isEmpty(situation);
  }

  /** A writer stores. */
  void store(Draft draft, int writer, int core, Cell cell, int code) {
    if (mode == MemoryMode.IN_ORDER) {
      becomeVisible(draft, core, cell, code);
    } else {
      layout.queues[writer].add(draft.now, StoreQueue.store(core, cell, code));
    }
  }

  /** Whether the store at a position of a writer's may become visible next. */
  boolean mayArrive(long[] situation, int writer, int position) {
    if (mode == MemoryMode.FIFO) {
      return position == 0;
    }
    int later = layout.queues[writer].at(situation, position);
    for (int earlier = 0; earlier < position; earlier++) {
      if (holdsBack(layout.queues[writer].at(situation, earlier), later)) {
        return false;
      }
    }
    return true;
  }

  /** The store at a position becomes visible. */
  void arrive(Draft draft, int writer, int position) {
    int store = layout.queues[writer].at(draft.now, position);
    layout.queues[writer].remove(draft.now, position);
    becomeVisible(draft, StoreQueue.core(store), StoreQueue.cell(store), StoreQueue.code(store));
  }

  private boolean holdsBack(int earlier, int later) {
    Cell first = StoreQueue.cell(earlier);
    Cell second = StoreQueue.cell(later);
    boolean samePlace = first == second && StoreQueue.core(earlier) == StoreQueue.core(later);
    return samePlace
        || (first.isRegister() && second.isRegister())
        || (!movable[first.ordinal()] && !movable[second.ordinal()]);
  }

  private void becomeVisible(Draft draft, int core, Cell cell, int code) {
    CoreFields fields = layout.cores[core];
    switch (cell) {
      case DMB -> {
        fields.dmb.set(draft.now, code);
        int ordinal = Codes.ordinalOfDmb(code);
        if (ordinal > 0) {
          fields.published.add(draft.now, ordinal);
        }
      }
      case BELL -> fields.bell.set(draft.now, code);
      case WINDOW -> fields.window.set(draft.now, code);
      case HANK -> fields.hank.set(draft.now, code);
      case PAYLOAD_0 -> payloadChanges(draft, fields, 0, code);
      case PAYLOAD_1 -> payloadChanges(draft, fields, 1, code);
      case READY -> fields.ready.set(draft.now, code);
      case SAID -> fields.said.set(draft.now, code);
      case NONE -> throw new IllegalStateException("a store to no place");
    }
  }

  /** A slot is written when the store reaches memory: only then can a core tell. */
  private static void payloadChanges(Draft draft, CoreFields fields, int slot, int ordinal) {
    fields.payload[slot].set(draft.now, ordinal);
    int inUse = fields.published.get(draft.now) & ~fields.kernelEnded.get(draft.now);
    int inSlotOne = fields.inSlotOne.get(draft.now);
    draft.breaksIf((inUse & (slot == 1 ? inSlotOne : ~inSlotOne)) != 0, Invariant.SLOT_STABLE);
  }
}
