package io.ackfin.check;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.HandshakeEvent;
import io.ackfin.protocol.Invariant;
import io.ackfin.workload.TaskGraph;

/**
 * A hand-written stream of events, fed to all checks at once. Each event comes ten ticks after the
 * one before it, the first at tick 10. Two clusters of three cores: AIC 0, AIV 1 and 2, AIC 3, AIV
 * 4 and 5.
 */
final class EventStream {
  static final int CORES = 6;
  static final int CORES_PER_CLUSTER = 3;

  private static final int STEP = 10;

  private final InvariantChecks checks;
  private long tick;

  EventStream(TaskGraph graph) {
    checks = new InvariantChecks(graph, CORES, CORES_PER_CLUSTER);
  }

  EventStream built(int core, int slot, int subtask) {
    return tell(HandshakeEvent.BUILT, core, slot, subtask);
  }

  EventStream published(int core, int id, int subtask) {
    return tell(HandshakeEvent.PUBLISHED, core, id, subtask);
  }

  /** A payload is built and published. */
  EventStream dispatched(int core, int slot, int id, int subtask) {
    return built(core, slot, subtask).published(core, id, subtask);
  }

  /** The core finds the id, acknowledges it and starts what the payload names. */
  EventStream started(int core, int slot, int id, int subtask) {
    return tell(HandshakeEvent.RECEIVED, core, id, -1)
        .tell(HandshakeEvent.ACKNOWLEDGED, core, id, -1)
        .tell(HandshakeEvent.KERNEL_STARTED, core, slot, subtask);
  }

  EventStream kernelEnded(int core, int slot, int subtask) {
    return tell(HandshakeEvent.KERNEL_ENDED, core, slot, subtask);
  }

  EventStream outputVisible(int core, int id) {
    return tell(HandshakeEvent.OUTPUT_VISIBLE, core, id, -1);
  }

  /** The kernel ends and its output becomes visible. */
  EventStream ended(int core, int slot, int id, int subtask) {
    return kernelEnded(core, slot, subtask).outputVisible(core, id);
  }

  /** The whole way from the core's read of the id to the visible output. */
  EventStream ran(int core, int slot, int id, int subtask) {
    return started(core, slot, id, subtask).ended(core, slot, id, subtask);
  }

  EventStream completed(int core, CompletionCase by, int subtask) {
    return tell(HandshakeEvent.COMPLETED, core, by.ordinal(), subtask);
  }

  EventStream taskCompleted(int task) {
    return tell(HandshakeEvent.TASK_COMPLETED, -1, -1, task);
  }

  EventStream believedIdle(int core) {
    return tell(HandshakeEvent.BELIEVED_IDLE, core, -1, -1);
  }

  /** The run ends with everything done. */
  EventStream finished() {
    checks.end(tick, true, "");
    return this;
  }

  /** The run is cut off. */
  EventStream cutOff(String why) {
    checks.end(tick, false, why);
    return this;
  }

  Verdict verdict(Invariant invariant) {
    return checks.verdicts().get(invariant.ordinal());
  }

  InvariantChecks checks() {
    return checks;
  }

  private EventStream tell(HandshakeEvent event, int core, int detail, int item) {
    tick += STEP;
    checks.on(event, tick, core, detail, item);
    return this;
  }
}
