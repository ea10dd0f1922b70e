package io.ackfin.run.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.Move;
import io.ackfin.verify.Move.Kind;
import io.ackfin.verify.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a replay refuses, and at which step. */
@Tag("unit")
class DepartureTest {
  private static final Protocol DUAL = Protocol.of(Variant.DUAL_SLOT);
  private static final BoundedSystem SYSTEM = Systems.of(DUAL, 1).build();
  private static final List<Step> WHOLE_RUN = HandMadeWay.wholeRun().steps();

  @Test
  void anotherValueThanTheDeviceSeesIsRefused() {
    List<Step> altered = with(15, step -> valued(step, "COND = ACK(1): no case"));
    assertThatThrownBy(() -> run(SYSTEM, altered))
        .isInstanceOf(DepartureException.class)
        .hasMessage(
            "replay departs from the way at step 15: COND = FIN(1): case C"
                + " (expected: COND = ACK(1): no case)");
  }

  @Test
  void anotherOperationThanTheDeviceDoesIsRefused() {
    List<Step> altered = with(7, step -> doing(step, "READ_POINTER"));
    assertThatThrownBy(() -> run(SYSTEM, altered))
        .hasMessage(
            "replay departs from the way at step 7: the device does INVALIDATE_ALL"
                + " (expected: READ_POINTER)");
  }

  /** The same way on a chip with other tables: the core that always says FIN does not look. */
  @Test
  void aWayOfOtherTablesIsRefused() {
    BoundedSystem other = Systems.of(DUAL.without(Protection.FIN_SKIP), 1).build();
    assertThatThrownBy(() -> run(other, WHOLE_RUN))
        .hasMessage(
            "replay departs from the way at step 13: the device does WRITE_FIN"
                + " (expected: LOOK_BEHIND)");
  }

  @Test
  void everyStepIsHeldToItsOperationAndToItsValue() {
    for (Step step : WHOLE_RUN) {
      int number = step.number();
      assertThat(departure(with(number, altered -> doing(altered, "NOTHING")))).isEqualTo(number);
      if (!step.value().isEmpty()) {
        String other = step.value() + "0";
        assertThat(departure(with(number, altered -> valued(altered, other)))).isEqualTo(number);
      }
    }
  }

  /** Without one of its steps a run goes another way, at the latest when it should have ended. */
  @Test
  void aWayThatLacksAStepIsRefused() {
    for (int left = 0; left < WHOLE_RUN.size() - 1; left++) {
      List<Step> shorter = new ArrayList<>(WHOLE_RUN);
      shorter.remove(left);
      assertThat(departure(shorter)).as("without step %d", left + 1).isGreaterThan(left + 1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          CORE              | -1 |  3 | 0 | there is no core 3
          POLL              |  1 |  0 | 0 | there is no thread 1 for it
          POLL              |  0 |  0 | 0 | the thread is in a program
          THREAD            |  0 |  0 | 0 | the barrier waits for stores that are on their way
          STORE_VISIBLE     |  0 |  0 | 5 | no such store is on its way
          STORE_VISIBLE     |  2 |  0 | 0 | there is no thread 2 for it
          OUTPUT            | -1 |  0 | 0 | no output is on its way
          ARRIVE_AT_BARRIER | -1 |  0 | 0 | the core runs no kernel that is still to meet its siblings
          EXPIRE            |  0 |  0 | 0 | the thread waits for no answer that may stay away
          STOP              |  2 | -1 | 0 | the run may not be stopped
          EMERGENCY         |  2 |  0 | 0 | there is no thread 2 for it
          RECHECK           |  0 | -1 | 0 | the thread is in a program
          RING              |  0 |  0 | 1 | the thread is in a program
          LOOK              |  0 |  0 | 9 | there is no task 9
          HAND_OVER         | -1 | -1 | 1 | the threads may not hand cores over
          """)
  void aMoveThatMayNotBeMadeIsRefused(
      Kind kind, int thread, int core, int argument, String because) {
    BoundedSystem system = Systems.of(DUAL, 1).memory(MemoryMode.RELAXED).build();
    HandMadeWay way =
        new HandMadeWay()
            .dispatch(0, 0, 0, 1, "slot 0 := dispatch 1 (task 1)")
            .thread(0, 0, "STORE_POINTER", "hank.task := slot 0")
            .happens(kind, thread, core, argument);
    assertThatThrownBy(() -> run(system, way.steps()))
        .hasMessage("replay departs from the way at step 3: " + kind + ": " + because);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          POLL     | 0 | 1 | 0     | the core is not polled now
          POLL     | 0 | 0 | 0     | ""
          POLL     | 1 | 0 | 0     | the core is another thread's
          THREAD   | 0 | 0 | 0     | the thread is in no program
          STARTUP  | 0 | 0 | 0     | the core is started
          EXIT     | 0 | 0 | 0     | the core is not to leave yet
          LOOK     | 0 | 1 | 2     | nothing may be put behind what the core runs
          DISPATCH | 0 | 0 | 15361 | the task is not the next of its shape
          DISPATCH | 0 | 1 | 15362 | the place is none for the task
          """)
  void aChoiceThatAThreadDoesNotHaveIsRefused(
      Kind kind, int thread, int core, int argument, String because) {
    // Thread 0 owns cores 0 and 1, thread 1 core 2; core 0 runs task 1.
    BoundedSystem system = Systems.of(DUAL, 3).threads(2).cores(3, 0).build();
    HandMadeWay way =
        new HandMadeWay()
            .dispatchFirst(0, 0, 0, 1)
            .by(kind, thread, core, argument, "APPLY_COND", "");
    if (because.isEmpty()) {
      assertThat(run(system, way.steps()).ending()).isEqualTo(ReplayEnding.MIDWAY);
    } else {
      assertThatThrownBy(() -> run(system, way.steps()))
          .hasMessage("replay departs from the way at step 6: " + kind + ": " + because);
    }
  }

  @Test
  void aCopyThatTheCoreDoesNotHoldIsRefused() {
    List<Step> altered =
        with(
            10,
            step ->
                new Step(
                    step.number(),
                    new Move(Kind.CORE, -1, 0, 1),
                    step.who(),
                    step.what(),
                    step.value()));
    assertThatThrownBy(() -> run(SYSTEM, altered))
        .hasMessage(
            "replay departs from the way at step 10: the core holds no copy of what it reads"
                + " (expected: one)");
  }

  private static Step valued(Step step, String value) {
    return new Step(step.number(), step.move(), step.who(), step.what(), value);
  }

  private static Step doing(Step step, String what) {
    return new Step(step.number(), step.move(), step.who(), what, step.value());
  }

  private static List<Step> with(int number, UnaryOperator<Step> altered) {
    List<Step> steps = new ArrayList<>(WHOLE_RUN);
    steps.set(number - 1, altered.apply(steps.get(number - 1)));
    return steps;
  }

  /** The number of the step at which a way is refused. */
  private static int departure(List<Step> way) {
    DepartureException refused =
        catchThrowableOfType(DepartureException.class, () -> run(SYSTEM, way));
    assertThat(refused).isNotNull();
    return refused.step();
  }

  private static ReplayResult run(BoundedSystem system, List<Step> way) {
    return Replay.of(system, way).run(List.of());
  }
}
