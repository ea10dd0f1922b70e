package io.ackfin.device.aicpu;

import io.ackfin.handshake.Room;
import io.ackfin.handshake.SchedulerProgram;
import io.ackfin.protocol.ResourceShape;

/**
 * The pass at the end of a turn that puts single-core tasks behind running ones. Unlike the cluster
 * search it never waits: a core is left out unless its COND says ACK of exactly the running task,
 * which is looked at before a task is popped. Not thread-safe.
 */
final class PipelinePass {
  private final ThreadCores cores;
  private final ReadyQueues queues;
  private final DispatchDesk dispatches;
  private final boolean enabled;
  private boolean cubes;
  private int index;
  private int core;
  private boolean looked;
  private boolean mayFill;
  private boolean popped;
  private int task;

  PipelinePass(ThreadCores cores, ReadyQueues queues, DispatchDesk dispatches, boolean enabled) {
    this.cores = cores;
    this.queues = queues;
    this.dispatches = dispatches;
    this.enabled = enabled;
  }

  /** A new pass, from the cube cores on. */
  void begin() {
    cubes = true;
    index = 0;
    looked = false;
    mayFill = false;
    popped = false;
  }

  /** Whether it has looked at any core. */
  boolean looked() {
    return looked;
  }

  /** The look was good. */
  void onMayFill() {
    mayFill = true;
  }

  /** Takes a task for the core that was looked at; true once, when there is one. */
  boolean takes() {
    if (!mayFill || popped) {
      return false;
    }
    mayFill = false;
    TaskQueue queue = queue();
    if (queue.isEmpty()) {
      return false;
    }
    task = queue.pop();
    popped = true;
    return true;
  }

  /**
   * Begins what comes next: the dispatch of the task just taken, or a look at the next core with an
   * empty pending slot.
   *
   * @return whether there was anything
   */
  boolean goOn(CoreWalk walk) {
    if (popped) {
      popped = false;
      dispatches.beginBehind(walk, core, task);
      return true;
    }
    while (enabled) {
      RunningList running = cores.running(cubes);
      if (index >= running.size() || queue().isEmpty()) {
        if (!cubes) {
          return false;
        }
        cubes = false;
        index = 0;
      } else {
        core = running.core(index++);
        if (cores.roomOf(core) == Room.PENDING_FREE) {
          walk.begin(core, SchedulerProgram.beginLook(cores.book(core)), 0);
          looked = true;
          return true;
        }
      }
    }
    return false;
  }

  private TaskQueue queue() {
    return queues.of(cubes ? ResourceShape.AIC_ONLY : ResourceShape.AIV_X1);
  }
}
