package io.ackfin.check;

import io.ackfin.protocol.HandshakeEvent;
import io.ackfin.protocol.Invariant;

/** Watches {@link Invariant#SLOT_STABLE}. */
final class SlotStableCheck implements InvariantCheck {
  private static final int SLOTS = 2;
  private static final int FREE = -1;

  private final Verdict verdict = new Verdict(Invariant.SLOT_STABLE);
  private final Names names;
  private final DispatchOrder order;
  private final int[] builtSlot;
  private final int[] readers;

  SlotStableCheck(Names names, int cores) {
    this.names = names;
    order = new DispatchOrder(cores);
    builtSlot = new int[cores];
    readers = new int[cores * SLOTS];
    java.util.Arrays.fill(readers, FREE);
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }

  @Override
  public void on(HandshakeEvent event, long tick, int core, int detail, int item) {
    switch (event) {
      case BUILT -> onBuilt(tick, core, detail, item);
      case PUBLISHED -> {
        order.published(core, item);
        readers[core * SLOTS + builtSlot[core]] = item;
      }
      case KERNEL_ENDED -> release(core, order.handled(core));
      default -> {
        // Not about slots.
      }
    }
  }

  private void onBuilt(long tick, int core, int slot, int subtask) {
    builtSlot[core] = slot;
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

  private void release(int core, int subtask) {
    for (int slot = 0; slot < SLOTS; slot++) {
      if (readers[core * SLOTS + slot] == subtask) {
        readers[core * SLOTS + slot] = FREE;
      }
    }
  }
}
