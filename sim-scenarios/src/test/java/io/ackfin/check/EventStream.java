package io.ackfin.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.HandshakeEvent;
import io.ackfin.protocol.Invariant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import io.ackfin.workload.TaskGraph;
import java.util.List;

/**
 * A hand-written stream of events, fed to all checks at once. Each event comes ten ticks after the
 * one before it, the first at tick 10. Two clusters of three cores: AIC 0, AIV 1 and 2, AIC 3, AIV
 * 4 and 5.
 */
final class EventStream {
  private static final int CORES = 6;
  private static final int CORES_PER_CLUSTER = 3;

  static final int AIC = 0;
  static final int AIV0 = 1;
  static final int AIV1 = 2;
  static final int OTHER_AIC = 3;
  static final int OTHER_AIV0 = 4;

  // The tasks of the graph and their subtasks; "pair" has one on a cube and one on a vector core.
  static final int TASK_A = 0;
  static final int TASK_B = 1;
  static final int TASK_PAIR = 2;
  static final int A_AIC = 0;
  static final int B_AIC = 1;
  static final int PAIR_AIC = 2;
  static final int PAIR_AIV0 = 3;
  static final int LAST_AIC = 4;

  private static final int STEP = 10;

  private final InvariantChecks checks;
  private long tick;

  EventStream() {
    this(new InvariantChecks(graph(), CORES, CORES_PER_CLUSTER));
  }

  private EventStream(InvariantChecks checks) {
    this.checks = checks;
  }

  /**
   * A stream that tells arrivals, of a chip whose first cluster has one core and the second five.
   */
  static EventStream ofArrivals() {
    return new EventStream(InvariantChecks.ofArrivals(graph(), CORES, core -> core == AIC ? 0 : 1));
  }

  private static TaskGraph graph() {
    TaskGraph.Builder graph = TaskGraph.builder();
    graph.task(ResourceShape.AIC_ONLY, 1);
    graph.named("a");
    graph.task(ResourceShape.AIC_ONLY, 1);
    graph.named("b");
    graph.task(Subslot.AIC.bit() | Subslot.AIV0.bit());
    graph.kernel(0, 1).kernel(1, 1).named("pair");
    graph.task(ResourceShape.AIC_ONLY, 1);
    graph.after(TASK_A).after(TASK_PAIR).named("last");
    return graph.build();
  }

  EventStream built(int core, int slot, int subtask) {
    return tell(HandshakeEvent.BUILT, core, slot, subtask);
  }

  EventStream published(int core, int id, int subtask) {
    return tell(HandshakeEvent.PUBLISHED, core, id, subtask);
  }

  EventStream payloadVisible(int core, int slot, int subtask) {
    return tell(HandshakeEvent.PAYLOAD_VISIBLE, core, slot, subtask);
  }

  EventStream idVisible(int core, int id, int subtask) {
    return tell(HandshakeEvent.ID_VISIBLE, core, id, subtask);
  }

  /** A dispatch whose stores arrive in their order. */
  EventStream arrived(int core, int slot, int id, int subtask) {
    return dispatched(core, slot, id, subtask)
        .payloadVisible(core, slot, subtask)
        .idVisible(core, id, subtask);
  }

  EventStream closed(int core) {
    return tell(HandshakeEvent.CLOSED, core, -1, -1);
  }

  EventStream expired(int core) {
    return tell(HandshakeEvent.EXPIRED, core, -1, -1);
  }

  EventStream stopping() {
    return tell(HandshakeEvent.STOPPING, -1, -1, -1);
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

  /** The invariant is violated, first at that tick and in these words. */
  void assertViolated(Invariant invariant, long at, String message) {
    Verdict verdict = verdict(invariant);
    assertThat(verdict.invariant()).isEqualTo(invariant);
    assertThat(verdict.held()).isFalse();
    assertThat(List.of(verdict.firstTick(), verdict.firstMessage()))
        .isEqualTo(List.of(at, message));
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
