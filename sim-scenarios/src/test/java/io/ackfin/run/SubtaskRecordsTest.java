package io.ackfin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.core.time.Ticks;
import io.ackfin.device.aicpu.SubtaskRecord;
import io.ackfin.device.aicpu.SubtaskRecords;
import io.ackfin.device.soc.SubtaskTable;
import io.ackfin.device.soc.SubtaskTable.Time;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.Subslot;
import io.ackfin.reference.ReferenceCase;
import io.ackfin.reference.ReferenceJudge;
import io.ackfin.reference.ReferenceResult.TaskRun;
import io.ackfin.workload.TaskGraph;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every row has its own dispatch time, its own kernel and the end of the poll that completed it, in
 * all four cases; and records that mix up the running and the waiting subtask, as two defects of
 * the original did, are found.
 */
@Tag("unit")
class SubtaskRecordsTest {
  private static final int CORES = 3;
  private static final int TASKS = 700;
  private static final ReferenceCase ASKED = ReferenceCase.of(CORES, TASKS, 2_000_000, 1);
  private static final List<TaskRun> JUDGED = ReferenceJudge.judge(ASKED).runs();

  /** What of a row comes from a record. */
  private record Row(long dispatch, long finish, int kernel, CompletionCase by) {}

  @Test
  void rowsOfTheHandDrawnRun() {
    assertHandDrawn(handDrawn(SubtaskRecords::forCores));
  }

  /** Of 700 tasks 558 are completed by case A, 69 by B, 2 by C and 71 by D. */
  @Test
  void rowsOfALongRunAreTheirOwnInAllFourCases() {
    SubtaskTable table = longRun(SubtaskRecords::forCores);
    assertThat(mixedUp(table)).isEmpty();
    Map<CompletionCase, Integer> rows = new EnumMap<>(CompletionCase.class);
    for (int task = 0; task < TASKS; task++) {
      rows.merge(table.completedBy(task), 1, Integer::sum);
    }
    assertThat(rows)
        .isEqualTo(
            Map.of(
                CompletionCase.A, 558,
                CompletionCase.B, 69,
                CompletionCase.C, 2,
                CompletionCase.D, 71));
  }

  @Test
  void anOverwrittenDispatchTimeOfTheRunningSubtaskIsFound() {
    IntFunction<SubtaskRecords> overwriting = OverwritingRecords::new;
    assertThatThrownBy(() -> assertHandDrawn(handDrawn(overwriting)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Row[dispatch=2805000, finish=4610000, kernel=10, by=B]");
    assertThat(mixedUp(longRun(overwriting)))
        .isEqualTo(EnumSet.of(CompletionCase.A, CompletionCase.B, CompletionCase.D));
  }

  @Test
  void aKernelTakenFromTheWaitingSubtaskIsFound() {
    IntFunction<SubtaskRecords> borrowing = BorrowingRecords::new;
    assertThatThrownBy(() -> assertHandDrawn(handDrawn(borrowing)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Row[dispatch=1400000, finish=4610000, kernel=11, by=B]");
    assertThat(mixedUp(longRun(borrowing)))
        .isEqualTo(EnumSet.of(CompletionCase.A, CompletionCase.B, CompletionCase.D));
  }

  /** A dispatch behind a running subtask takes over that one's dispatch time as well. */
  private record OverwritingRecords(SubtaskRecords real) implements SubtaskRecords {
    OverwritingRecords(int cores) {
      this(SubtaskRecords.forCores(cores));
    }

    @Override
    public void dispatched(int core, int which, int subtask, int kernelId, long tick) {
      real.dispatched(core, which, subtask, kernelId, tick);
      SubtaskRecord running = real.of(core, 1 - which);
      running.set(running.subtask(), running.kernelId(), tick);
    }

    @Override
    public SubtaskRecord of(int core, int which) {
      return real.of(core, which);
    }
  }

  /** A dispatch behind a running subtask gives that one its kernel. */
  private record BorrowingRecords(SubtaskRecords real) implements SubtaskRecords {
    BorrowingRecords(int cores) {
      this(SubtaskRecords.forCores(cores));
    }

    @Override
    public void dispatched(int core, int which, int subtask, int kernelId, long tick) {
      real.dispatched(core, which, subtask, kernelId, tick);
      SubtaskRecord running = real.of(core, 1 - which);
      running.set(running.subtask(), kernelId, running.dispatchTick());
    }

    @Override
    public SubtaskRecord of(int core, int which) {
      return real.of(core, which);
    }
  }

  private static void assertHandDrawn(List<Row> rows) {
    assertThat(rows)
        .containsExactly(
            new Row(1_400_000, 4_610_000, 10, CompletionCase.B),
            new Row(2_805_000, 7_215_000, 11, CompletionCase.D),
            new Row(7_010_000, 11_220_000, 12, CompletionCase.A),
            new Row(9_615_000, 11_220_000, 13, CompletionCase.A),
            new Row(14_620_000, 16_725_000, 14, CompletionCase.C));
  }

  private static List<Row> handDrawn(IntFunction<SubtaskRecords> records) {
    SubtaskTable table = run(HandDrawnRun.fixture().plan(), records);
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      rows.add(
          new Row(
              table.time(row, Time.DISPATCH),
              table.time(row, Time.FINISH),
              table.kernel(row),
              table.completedBy(row)));
    }
    return rows;
  }

  /**
   * The cases in which a row has a dispatch time or a kernel that is not its own. The judge says
   * when each task was taken; the cost of its dispatch later, it is noted.
   */
  private static EnumSet<CompletionCase> mixedUp(SubtaskTable table) {
    EnumSet<CompletionCase> found = EnumSet.noneOf(CompletionCase.class);
    for (int task = 0; task < TASKS; task++) {
      long noted = JUDGED.get(task).taken() + ASKED.dispatch();
      if (table.time(task, Time.DISPATCH) != noted || table.kernel(task) != task) {
        found.add(table.completedBy(task));
      }
    }
    return found;
  }

  /** The kernel of each task is its number. */
  private static SubtaskTable longRun(IntFunction<SubtaskRecords> records) {
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int task = 0; task < TASKS; task++) {
      graph.task(Subslot.AIC.bit());
      graph.kernel(task, Ticks.ofMicros(2).picoseconds());
    }
    PlanFixture fixture = PlanFixture.reference().clusters(CORES).graph(graph.build());
    return run(fixture.plan(), records);
  }

  private static SubtaskTable run(RunPlan plan, IntFunction<SubtaskRecords> records) {
    SubtaskRecords chosen = records.apply(plan.spec().cores());
    RunResult result = new Run(plan, List.of(), chosen).execute(RunWatcher.NONE);
    assertThat(result.ending()).isEqualTo(RunEnding.FINISHED);
    return result.soc().table();
  }
}
