package io.ackfin.runtime.kernel;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Where the kernels of each task meet: who has started, as bits of subslots. Any thread; what a
 * kernel did before it came is seen by those who find it there.
 */
public final class Rendezvous {
  private final KernelSync sync;
  private final AtomicIntegerArray started;

  /** A meeting place for the tasks 0 to {@code tasks} - 1. */
  public Rendezvous(KernelSync sync, int tasks) {
    this.sync = sync;
    started = new AtomicIntegerArray(sync == KernelSync.NONE ? 0 : tasks);
  }

  /** A kernel of a task has started; {@code bit} is that of its subslot. */
  public void come(int task, int bit) {
    if (sync != KernelSync.NONE) {
      started.accumulateAndGet(task, bit, (before, added) -> before | added);
    }
  }

  /** Whether a kernel of a task may go on from its beginning. */
  public boolean mayBegin(int task, int activeMask) {
    return sync != KernelSync.BARRIER || started.get(task) == activeMask;
  }

  /** Whether a kernel of a task may end. */
  public boolean mayEnd(int task, int activeMask) {
    return sync == KernelSync.NONE || started.get(task) == activeMask;
  }
}
