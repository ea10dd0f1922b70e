package io.ackfin.crosscheck.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.time.Ticks;
import io.ackfin.crosscheck.judge.EditedRecording.Line;
import io.ackfin.crosscheck.real.RecordedRun;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.runtime.dispatch.Chip;
import io.ackfin.runtime.dispatch.Submission;
import io.ackfin.runtime.memory.Register;
import io.ackfin.runtime.record.RecordKind;
import io.ackfin.workload.Independent;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Layered;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One record of a clean run is falsified, and the check that is for it notices. */
@Tag("stress")
@Timeout(60)
class FalsifiedRecordingsTest {
  private static final int SCHEDULER = 0;
  private static final int CORE = 2;
  private static RecordedRun clean;

  /** A falsification: of what, where, how, and who has to notice. */
  private record Lie(
      String about,
      int lane,
      BiPredicate<List<Line>, Integer> where,
      Consumer<Line> change,
      CheckKind noticedBy) {
    @Override
    public String toString() {
      return about;
    }
  }

  private static List<Lie> lies() {
    return List.of(
        new Lie(
            "case forgotten",
            SCHEDULER,
            kind(RecordKind.POLL).and(notDetail(CompletionCase.NONE.ordinal())),
            line -> line.detail = CompletionCase.NONE.ordinal(),
            CheckKind.DECISIONS),
        new Lie(
            "other ids",
            SCHEDULER,
            kind(RecordKind.POLL),
            line -> line.extra += 1L << Integer.SIZE,
            CheckKind.DECISIONS),
        new Lie(
            "other subtask completed",
            SCHEDULER,
            kind(RecordKind.COMPLETE),
            line -> line.value--,
            CheckKind.DECISIONS),
        new Lie(
            "other kernel",
            SCHEDULER,
            kind(RecordKind.CARRIED),
            line -> line.value++,
            CheckKind.DECISIONS),
        new Lie(
            "other subslot",
            SCHEDULER,
            kind(RecordKind.CARRIED),
            line -> line.detail++,
            CheckKind.DECISIONS),
        new Lie(
            "other time",
            SCHEDULER,
            kind(RecordKind.CARRIED),
            line -> line.extra = 1,
            CheckKind.DECISIONS),
        new Lie(
            "other task",
            SCHEDULER,
            kind(RecordKind.TASK_COMPLETE),
            line -> line.value--,
            CheckKind.DECISIONS),
        new Lie(
            "never stored",
            CORE,
            load(Register.DMB),
            line -> line.value = 99_999,
            CheckKind.REGISTERS),
        new Lie(
            "seen too early",
            CORE,
            load(Register.DMB),
            line -> {
              line.begin = 0;
              line.end = 1;
            },
            CheckKind.REGISTERS),
        new Lie(
            "seen too late",
            SCHEDULER,
            kind(RecordKind.POLL),
            line -> line.value = CondWord.fin(1),
            CheckKind.REGISTERS),
        new Lie(
            "other pointer",
            CORE,
            load(Register.TASK),
            line -> line.value ^= 3,
            CheckKind.REGISTERS),
        new Lie(
            "other id",
            SCHEDULER,
            store(Register.DMB),
            line -> line.value = 77_777,
            CheckKind.INCLUSION),
        new Lie(
            "other checksum",
            CORE,
            kind(RecordKind.SLOT_READ),
            line -> line.extra++,
            CheckKind.INCLUSION),
        new Lie(
            "other slot",
            SCHEDULER,
            kind(RecordKind.SLOT_WRITE),
            line -> line.detail ^= 1,
            CheckKind.INCLUSION),
        new Lie(
            "fin for ack",
            CORE,
            store(Register.COND),
            line -> line.value ^= CondWord.TASK_STATE,
            CheckKind.INCLUSION),
        new Lie(
            "window left open",
            SCHEDULER,
            store(Register.WINDOW),
            line -> line.kind = RecordKind.GIVE,
            CheckKind.INCLUSION),
        new Lie(
            "other payload run",
            CORE,
            kind(RecordKind.KERNEL_START),
            line -> line.value--,
            CheckKind.INVARIANTS),
        new Lie(
            "payload overwritten",
            CORE,
            kind(RecordKind.KERNEL_END),
            line -> line.value--,
            CheckKind.INVARIANTS),
        new Lie(
            "kernel never ended",
            CORE,
            kind(RecordKind.KERNEL_END),
            line -> line.kind = RecordKind.FIN_SKIPPED,
            CheckKind.INVARIANTS));
  }

  private static BiPredicate<List<Line>, Integer> kind(RecordKind kind) {
    return (lines, at) -> lines.get(at).kind == kind;
  }

  private static BiPredicate<List<Line>, Integer> notDetail(int detail) {
    return (lines, at) -> lines.get(at).detail != detail;
  }

  private static BiPredicate<List<Line>, Integer> load(Register register) {
    return kind(RecordKind.LOAD).and((lines, at) -> lines.get(at).detail == register.ordinal());
  }

  private static BiPredicate<List<Line>, Integer> store(Register register) {
    return kind(RecordKind.STORE).and((lines, at) -> lines.get(at).detail == register.ordinal());
  }

  @BeforeAll
  static void runOnce() {
    clean =
        RealRuns.run(
            RealRuns.spec(
                spec -> {
                  spec.chip = new Chip(1, 1, 0);
                  spec.submission = Submission.PRELOADED;
                }),
            new Independent(
                    60, ResourceShape.AIC_ONLY, new KernelDuration.Fixed(Ticks.ofMicros(100)))
                .build(1));
    CleanRunsTest.assertAgrees(clean);
  }

  @ParameterizedTest
  @MethodSource("lies")
  void aLieIsNoticed(Lie lie) {
    EditedRecording edited = new EditedRecording(clean);
    int at = edited.last(lie.lane, lie.where);
    lie.change.accept(edited.lane(lie.lane).get(at));
    CheckResult found = Judge.judge(edited.run()).check(lie.noticedBy);
    assertThat(found.differences()).isPositive();
    assertThat(found.first()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = RecordKind.class,
      names = {"COMPLETE", "TASK_COMPLETE"})
  void aRecordThatIsMissingOrDoubledIsNoticed(RecordKind kind) {
    EditedRecording missing = new EditedRecording(clean);
    missing.lane(SCHEDULER).remove(missing.last(SCHEDULER, kind(kind)));
    assertThat(Judge.judge(missing.run()).check(CheckKind.DECISIONS).differences()).isPositive();
    EditedRecording doubled = new EditedRecording(clean);
    int at = doubled.last(SCHEDULER, kind(kind));
    doubled.lane(SCHEDULER).add(at, doubled.lane(SCHEDULER).get(at));
    assertThat(Judge.judge(doubled.run()).check(CheckKind.DECISIONS).differences()).isPositive();
  }

  @Test
  void nothingHangsOnAFineClock() {
    for (int clusters = 1; clusters <= 3; clusters++) {
      RecordedRun run = run(clusters);
      for (long granularity : new long[] {1_000, 1_000_000, 1L << 40}) {
        EditedRecording coarse = new EditedRecording(run);
        coarse.changeAll(
            line -> {
              line.begin -= line.begin % granularity;
              line.end -= line.end % granularity;
              line.extra -= line.kind == RecordKind.CARRIED ? line.extra % granularity : 0;
            });
        CleanRunsTest.assertAgrees(coarse.run());
      }
    }
  }

  private static RecordedRun run(int clusters) {
    return RealRuns.run(
        RealRuns.spec(
            spec -> {
              spec.chip = Chip.ofClusters(clusters);
              spec.schedulers = 2;
              spec.becomesScheduler = true;
              spec.taskWindow = 30;
            }),
        new Layered(12, 10, 0.2, List.of(ResourceShape.values()), RealRuns.SHORT).build(clusters));
  }

  @Test
  void everyRecordIsShownOnceAndEachLaneInItsOwnOrder() {
    RecordedRun run = run(3);
    int[] next = new int[run.recording().lanes().size()];
    long[] order = PossibleOrder.of(new RunView(run));
    assertThat(order).hasSize(run.recording().size());
    PossibleOrder.show(order, (lane, record) -> assertThat(record).isEqualTo(next[lane]++));
  }
}
