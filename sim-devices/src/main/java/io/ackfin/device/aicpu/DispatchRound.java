package io.ackfin.device.aicpu;

import io.ackfin.handshake.ShapeOrder;
import io.ackfin.protocol.ResourceShape;
import java.util.List;

/**
 * What a turn dispatches: from the thread's own buffers, whose rest goes to the shared queues; from
 * the shared queues by the thread's shape order; and, if the policy has it, behind running cores.
 * Not thread-safe.
 */
final class DispatchRound {
  private enum Part {
    LOCAL,
    GLOBAL,
    BEHIND,
    DONE
  }

  private final AicpuSpec spec;
  private final Workplace workplace;
  private final ThreadCores cores;
  private final ReadyQueues queues;
  private final LocalReadyBuffers buffers;
  private final List<ResourceShape> shapeOrder;
  private final DispatchDesk desk;
  private final PipelinePass pipeline;
  private Part part = Part.DONE;

  DispatchRound(
      ThreadIdentity identity,
      SchedulerModel model,
      Workplace workplace,
      ThreadCores cores,
      LocalReadyBuffers buffers) {
    spec = model.spec();
    this.workplace = workplace;
    this.cores = cores;
    queues = workplace.queues();
    this.buffers = buffers;
    shapeOrder = ShapeOrder.of(identity.thread());
    desk = new DispatchDesk(cores, model.policy(), workplace.board().graph());
    pipeline = new PipelinePass(cores, queues, desk, model.policy().hasPipeline());
  }

  /** A new round. */
  void begin() {
    part = Part.LOCAL;
  }

  /** Whether the round is over. */
  boolean done() {
    return part == Part.DONE;
  }

  /** Whether it looked at running cores, which takes time, or put something behind them. */
  boolean looked() {
    return pipeline.looked();
  }

  /** The ready tasks in the thread's own buffers. */
  int[] ownTasks() {
    return buffers.tasks();
  }

  /** The look at a running core was good. */
  void onMayFill() {
    pipeline.onMayFill();
  }

  /**
   * Does what comes next; it may begin a walk, which is to be finished first.
   *
   * @return the ticks that pass before this is to be called again
   */
  long goOn(CoreWalk walk) {
    if (desk.busy()) {
      desk.beginNext(walk);
      return 0;
    }
    return switch (part) {
      case LOCAL -> dispatchLocal();
      case GLOBAL -> dispatchGlobal();
      case BEHIND -> dispatchBehind(walk);
      case DONE -> 0;
    };
  }

  /** The store of its id has put the walk's subtask in flight. */
  void onDispatched(CoreWalk walk, long now) {
    if (workplace.onDispatched(walk, now)) {
      cores.startPolling(walk.core());
    }
  }

  private long dispatchLocal() {
    for (ResourceShape shape : shapeOrder) {
      if (shape.singleCore()) {
        TaskQueue buffer = buffers.of(shape);
        if (desk.takeIfPlaced(buffer)) {
          return 0;
        }
        if (!buffer.isEmpty()) {
          queues.push(shape, buffer.pop());
          return spec.queuePush().picoseconds();
        }
      }
    }
    part = Part.GLOBAL;
    return 0;
  }

  private long dispatchGlobal() {
    for (ResourceShape shape : shapeOrder) {
      if (desk.takeIfPlaced(queues.of(shape))) {
        return spec.queuePop().picoseconds();
      }
    }
    part = Part.BEHIND;
    pipeline.begin();
    return 0;
  }

  private long dispatchBehind(CoreWalk walk) {
    if (pipeline.takes()) {
      return spec.queuePop().picoseconds();
    }
    if (!pipeline.goOn(walk)) {
      part = Part.DONE;
    }
    return 0;
  }
}
