package io.ackfin.crosscheck.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.time.Ticks;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.workload.Independent;
import io.ackfin.workload.KernelDuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The work of a check grows with the recording and not faster; counted, not timed. */
@Tag("property")
class LongRunTest {
  private static final int TASKS = 17_000;
  private static final KernelDuration VARIED =
      new KernelDuration.Uniform(Ticks.ofNanos(100), Ticks.ofMicros(3));

  @ParameterizedTest
  @EnumSource(Variant.class)
  void aLongRecordingTakesAFewLooksAnEntry(Variant variant) {
    SimulatedRun run =
        SimulatedRun.ofOneCore(
            variant, new Independent(TASKS, ResourceShape.AIC_ONLY, VARIED).build(1));
    Recording recording = run.record();
    assertThat(recording.cores().get(0).size()).isGreaterThan(100_000);
    InclusionResult result = run.inclusion().check(recording);
    assertThat(result.lines()).isEmpty();
    assertThat(result.positions()).isLessThan(4 * recording.entries());
  }

  /** What is wrong at the very end is found at the very end. */
  @ParameterizedTest
  @EnumSource(Variant.class)
  void aLongRecordingThatIsNotPossibleTakesNoMore(Variant variant) {
    SimulatedRun run =
        SimulatedRun.ofOneCore(
            variant, new Independent(TASKS, ResourceShape.AIC_ONLY, VARIED).build(1));
    Recording recording = run.record();
    int last = recording.cores().get(0).size() - 1;
    long entry = recording.cores().get(0).get(last);
    Recording changed = new Mutation(Mutation.Kind.DELETED, false, 0, last, entry).of(recording);
    InclusionResult result = run.inclusion().check(changed);
    assertThat(result.problems()).hasSize(1);
    assertThat(result.positions()).isLessThan(4 * recording.entries());
  }
}
