package io.ackfin.check;

import io.ackfin.protocol.HandshakeEvent;
import io.ackfin.protocol.Invariant;

/**
 * Watches {@link Invariant#SLOT_STABLE}. Where arrivals are told, a slot is written when the
 * payload reaches memory, read from when the id reaches its register, and released by the end of
 * the kernel of the dispatch that the core took up; a dispatch that no core takes up is never
 * released.
 */
final class SlotStableCheck implements InvariantCheck {
  private static final int SLOTS = 2;
  private static final int FREE = -1;

  private final Verdict verdict = new Verdict(Invariant.SLOT_STABLE);
  private final Names names;
  private final boolean arrivals;
  private final DispatchOrder order;
  private final TakenUp taken;
  private final int[] builtSlots;
  private final int[] readers;

  SlotStableCheck(Names names, int cores, boolean arrivals) {
    this.names = names;
    this.arrivals = arrivals;
    order = new DispatchOrder(cores);
    taken = new TakenUp(cores);
    builtSlots = new int[names.graph().subtasks()];
    readers = new int[cores * SLOTS];
    java.util.Arrays.fill(readers, FREE);
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }

  @Override
  public void on(HandshakeEvent event, long tick, int core, int detail, int item) {
    taken.on(event, core, item);
    switch (event) {
      case BUILT -> {
        builtSlots[item] = detail;
        if (!arrivals) {
          onWritten(tick, core, detail, item);
        }
      }
      case PAYLOAD_VISIBLE -> onWritten(tick, core, detail, item);
      case PUBLISHED -> {
        if (!arrivals) {
          order.published(core, item);
          onReadable(core, item);
        }
      }
      case ID_VISIBLE -> onReadable(core, item);
      case KERNEL_ENDED -> release(core, arrivals ? taken.by(core) : order.handled(core));
      default -> {
        // Not about slots.
      }
    }
  }

  private void onWritten(long tick, int core, int slot, int subtask) {
    int reader = readers[core * SLOTS + slot];
    if (reader != FREE) {
      verdict.violated(
          tick,
          "slot %d of core %d was written for %s while %s may still read it",
          slot,
          core,
          names.subtask(subtask),
          names.subtask(reader));
    }
  }

  private void onReadable(int core, int subtask) {
    readers[core * SLOTS + builtSlots[subtask]] = subtask;
  }

  private void release(int core, int subtask) {
    for (int slot = 0; slot < SLOTS; slot++) {
      if (readers[core * SLOTS + slot] == subtask) {
        readers[core * SLOTS + slot] = FREE;
      }
    }
  }
}
