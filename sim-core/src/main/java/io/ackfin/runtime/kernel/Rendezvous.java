package io.ackfin.runtime.kernel;

import io.ackfin.protocol.KernelSync;
import io.ackfin.workload.TaskGraph;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Where the kernels of each task meet: who has started, as bits of subslots. How a task's kernels
 * wait stands in their payloads, and each call says it. Any thread; what a kernel did before it
 * came is seen by those who find it there.
 */
public final class Rendezvous {
  // Null when no task's kernels meet.
  private final AtomicIntegerArray started;

  /** A meeting place for the tasks of a graph. */
  public Rendezvous(TaskGraph graph) {
    started = graph.kernelsMeet() ? new AtomicIntegerArray(graph.tasks()) : null;
  }

  /** A kernel of a task has started; {@code bit} is that of its subslot. */
  public void come(KernelSync sync, int task, int bit) {
    if (sync != KernelSync.NONE) {
      started.accumulateAndGet(task, bit, (before, added) -> before | added);
    }
  }

  /** Whether a kernel of a task may go on from its beginning. */
  public boolean mayBegin(KernelSync sync, int task, int activeMask) {
    return sync != KernelSync.BARRIER || started.get(task) == activeMask;
  }

  /** Whether a kernel of a task may end. */
  public boolean mayEnd(KernelSync sync, int task, int activeMask) {
    return sync == KernelSync.NONE || started.get(task) == activeMask;
  }
}
