package io.ackfin.crosscheck.calibration;

import static io.ackfin.runtime.probe.Part.AFTER_DISPATCH;
import static io.ackfin.runtime.probe.Part.CLOCK_READ;
import static io.ackfin.runtime.probe.Part.COMPLETION;
import static io.ackfin.runtime.probe.Part.CONSUMER;
import static io.ackfin.runtime.probe.Part.CORE_TURN;
import static io.ackfin.runtime.probe.Part.DISPATCH_SEEN;
import static io.ackfin.runtime.probe.Part.FIN_JUDGED;
import static io.ackfin.runtime.probe.Part.IDLE_TURN;
import static io.ackfin.runtime.probe.Part.JUDGED_TO_DISPATCH;
import static io.ackfin.runtime.probe.Part.KERNEL_LEAST;
import static io.ackfin.runtime.probe.Part.KERNEL_START;
import static io.ackfin.runtime.probe.Part.LOAD_UNCHANGED;
import static io.ackfin.runtime.probe.Part.LOAD_WRITTEN;
import static io.ackfin.runtime.probe.Part.LOOK_BEHIND;
import static io.ackfin.runtime.probe.Part.PICK_UP;
import static io.ackfin.runtime.probe.Part.PICK_UP_POINTER;
import static io.ackfin.runtime.probe.Part.POLL;
import static io.ackfin.runtime.probe.Part.QUEUE_POP;
import static io.ackfin.runtime.probe.Part.QUEUE_PUSH;
import static io.ackfin.runtime.probe.Part.RELEASE;
import static io.ackfin.runtime.probe.Part.ROUND_TRIP;
import static io.ackfin.runtime.probe.Part.STORE;
import static io.ackfin.runtime.probe.Part.SUBMIT;

import io.ackfin.runtime.probe.Part;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A parameter of the chip that a host's parts give, and how. Where the model divides a stretch of
 * time otherwise than the clock does, what is measured is the whole stretch and the rest of it goes
 * to the parameter named last: so the stretch is right, whatever its division.
 *
 * <p>The clock's own cost is part of a stretch just as it is in any run, since a run reads the
 * clock at the same points. It is taken off where only the probe reads it.
 */
public enum HostParameter {
  LOAD("mmio.load", "poll of one core", part -> part.get(POLL), true),
  STORE_ISSUE("mmio.storeIssue", "store", part -> part.get(STORE)),
  CHANGED_WORD(
      "mmio.changedWord",
      "load, just written, less a clock read",
      part -> part.get(LOAD_WRITTEN) - part.get(CLOCK_READ)),
  BARRIER(
      "aicpu.barrier",
      "half of dispatch to turn's end, less half a clock read and the store",
      part -> (part.get(AFTER_DISPATCH) - part.get(CLOCK_READ) / 2 - part.get(STORE)) / 2),
  STORE_VISIBLE(
      "mmio.storeVisible",
      "dispatch to seen, less barrier, store and half a core turn",
      part ->
          part.get(DISPATCH_SEEN) - BARRIER.of(part) - part.get(STORE) - part.get(CORE_TURN) / 2,
      true),
  COND_VISIBLE(
      "mmio.condVisible",
      "FIN to judged, less store, half a scheduler turn, half a load and the changed word",
      part ->
          part.get(FIN_JUDGED)
              - part.get(STORE)
              - (part.get(IDLE_TURN) + part.get(POLL)) / 2
              - CHANGED_WORD.of(part),
      true),
  QUEUE_POP_COST("aicpu.queuePop", "queue pop", part -> part.get(QUEUE_POP)),
  QUEUE_PUSH_COST("aicpu.queuePush", "queue push", part -> part.get(QUEUE_PUSH)),
  COMPLETION_COST(
      "aicpu.completion",
      "completion, as far as it is part of judged to dispatch",
      part -> Math.min(part.get(COMPLETION), part.get(JUDGED_TO_DISPATCH) - part.get(QUEUE_POP))),
  PAYLOAD_BUILD(
      "aicpu.payloadBuild",
      "judged to dispatch, less completion and queue pop",
      part -> part.get(JUDGED_TO_DISPATCH) - COMPLETION_COST.of(part) - part.get(QUEUE_POP)),
  PER_CONSUMER(
      "aicpu.completionPerConsumer", "completion, per consumer", part -> part.get(CONSUMER)),
  RELEASE_COST("aicpu.release", "release", part -> part.get(RELEASE)),
  LOOP_OVERHEAD(
      "aicpu.loopOverhead",
      "scheduler turn, less the poll",
      part -> part.get(IDLE_TURN) - part.get(POLL)),
  SUBMISSION("orchestrator.submit", "submission", part -> part.get(SUBMIT)),
  FLAG_LOAD("memory.flagLoad", "load, unchanged", part -> part.get(LOAD_UNCHANGED), true),
  FLAG_VISIBLE("memory.flagVisible", "half a round trip", part -> part.get(ROUND_TRIP) / 2, true),
  CORE_POLL("aicore.poll", "core turn", part -> part.get(CORE_TURN), true),
  PAYLOAD_READ("aicore.payloadRead", "pick-up to ACK", part -> part.get(PICK_UP)),
  POINTER_READ(
      "aicore.pointerRead",
      "pick-up to ACK by hank.task, less pick-up to ACK",
      part -> part.get(PICK_UP_POINTER) - part.get(PICK_UP)),
  START("aicore.kernelStart", "ACK to kernel start", part -> part.get(KERNEL_START)),
  LEAST("aicore.kernelLeast", "shortest kernel", part -> part.get(KERNEL_LEAST)),
  FIN_WRITE("aicore.finWrite", "store", part -> part.get(STORE)),
  FIRST_READ("aicore.firstRead", "kernel end to next id", part -> part.get(LOOK_BEHIND));

  /** The shortest time that the model knows, in nanoseconds. */
  private static final double SHORTEST = 0.001;

  private final String path;
  private final String how;

  // A function without state; the interface cannot say so.
  @SuppressWarnings("ImmutableEnumChecker")
  private final ToDoubleFunction<Map<Part, Double>> formula;

  private final boolean positive;

  HostParameter(String path, String how, ToDoubleFunction<Map<Part, Double>> formula) {
    this(path, how, formula, false);
  }

  HostParameter(
      String path, String how, ToDoubleFunction<Map<Part, Double>> formula, boolean positive) {
    this.path = path;
    this.how = how;
    this.formula = formula;
    this.positive = positive;
  }

  /** Where it stands below {@code soc}. */
  public String path() {
    return path;
  }

  /** Of which parts it is made, for people. */
  public String how() {
    return how;
  }

  /**
   * Its value in nanoseconds from the parts of one round; where differences come out below what the
   * model takes, the least that it does.
   */
  public double of(Map<Part, Double> parts) {
    return Math.max(positive ? SHORTEST : 0, formula.applyAsDouble(parts));
  }
}
