package io.ackfin.run.replay;

import io.ackfin.handshake.CoreOperation;
import io.ackfin.verify.Move;
import io.ackfin.verify.Step;

/**
 * Compares what the devices did with what a step says: the operation, and the value if it has one.
 */
final class Comparison {
  private final Stage stage;
  private final Words words;

  Comparison(Stage stage) {
    this.stage = stage;
    words = new Words(stage);
  }

  /**
   * How what was done differs from a step whose move was made; empty if it does not.
   *
   * @param did what the core did, if the move is a core's
   */
  String difference(Step step, CoreOperation did) {
    Move move = step.move();
    return switch (move.kind()) {
      case CORE -> {
        if (move.argument() == 1 && !stage.soc.sawCopy()) {
          yield "the core holds no copy of what it reads (expected: one)";
        }
        yield difference(step, did.name(), words.coreValue(did, move.core()));
      }
      case STORE_VISIBLE -> value(step, words.arrival());
      case ARRIVE_AT_BARRIER, OUTPUT, STOP, RECHECK, HAND_OVER -> "";
      default ->
          difference(step, stage.thread(move.thread()).did().name(), words.threadValue(move));
    };
  }

  /** The first word of what a step does is its operation. */
  private static String difference(Step step, String did, String value) {
    String expected = step.what().split(" ", 2)[0];
    return did.equals(expected)
        ? value(step, value)
        : "the device does " + did + " (expected: " + expected + ")";
  }

  /** A step that reads and writes nothing has no value to compare. */
  private static String value(Step step, String value) {
    boolean differs = !step.value().isEmpty() && !step.value().equals(value);
    return differs
        ? (value.isEmpty() ? "no value" : value) + " (expected: " + step.value() + ")"
        : "";
  }
}
