package io.ackfin.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ackfin.reference.ReferenceResult.TaskRun;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class ReferenceJudgeTest {
  private static final int RANDOM_CASES = 500;

  /** Rows on which independent programs agreed: C, N, D, S and what must come out. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 2000000, 1, 5105000, 3901000, 0, 0, 1, 0, 27, 0",
    "3, 700, 2000000, 1, 1767500000, 1764593000, 279, 69, 2, 71, 840, 419",
    "10, 301, 20000000, 3, 633605000, 632371000, 0, 291, 10, 0, 11418, 291",
    "72, 100000, 50000000, 3, 86614470000, 86613282800, 8310, 83305, 72, 3, 193434, 91618",
    "3, 2000000, 2000000, 1, 5050000000000, 5049997095200, 799999, 199999, 2, 200001,"
        + " 2400000, 1199999"
  })
  void publishedRowsComeOut(
      int cores,
      int tasks,
      long duration,
      int schedulers,
      long makespan,
      long lastKernelEnd,
      int a,
      int b,
      int c,
      int d,
      long loads,
      long guardLoads) {
    ReferenceResult result =
        ReferenceJudge.judge(ReferenceCase.of(cores, tasks, duration, schedulers));

    assertThat(result)
        .usingRecursiveComparison()
        .ignoringFields("runs")
        .isEqualTo(
            new ReferenceResult(
                makespan, lastKernelEnd, a, b, c, d, loads, guardLoads, result.runs()));
  }

  @Test
  void oneTaskByHand() {
    ReferenceResult result = ReferenceJudge.judge(ReferenceCase.of(1, 1, 2_000_000, 1));
    assertThat(result.runs()).containsExactly(new TaskRun(0, 1_901_000, 3_901_000, 0));
  }

  /** Without a cost between its takes, thread 0 fills both of its slots first. */
  @Test
  void theLowerThreadTakesAllThatItTakesAtATick() {
    assertThat(ReferenceJudge.judge(twoThreads(3, 0)).runs())
        .extracting(TaskRun::taken, TaskRun::core)
        .containsExactly(tuple(0L, 0), tuple(0L, 0), tuple(0L, 1));
  }

  @Test
  void threadsTakeInTurnWhenATakeCostsTime() {
    assertThat(ReferenceJudge.judge(twoThreads(4, 1)).runs())
        .extracting(TaskRun::taken, TaskRun::core)
        .containsExactly(tuple(0L, 0), tuple(0L, 1), tuple(1L, 0), tuple(1L, 1));
  }

  /** Everything becomes visible at the tick at which it is written and read. */
  @Test
  void aReadSeesWhatBecomesVisibleAtItsTick() {
    // The store at 0 is read by the poll at 0, the ACK and the FIN by the first load, at 0.
    ReferenceCase instant = new ReferenceCase(1, 2, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0);
    ReferenceResult result = ReferenceJudge.judge(instant);
    // The guard's load of the second dispatch, then one poll that finds FIN of the second.
    assertThat(result.runs()).containsExactly(new TaskRun(0, 0, 0, 0), new TaskRun(0, 1, 1, 0));
    assertThat(result.a()).isEqualTo(1);
    assertThat(result.loads()).isEqualTo(2);
    assertThat(result.makespan()).isEqualTo(2);
  }

  /** What holds whatever the costs are, and that the draws are worth drawing. */
  @Test
  @Tag("property")
  void randomCasesKeepTheirInvariants() {
    Set<String> met = new TreeSet<>();
    for (int seed = 0; seed < RANDOM_CASES; seed++) {
      ReferenceCase asked = ReferenceCase.random(seed);
      ReferenceResult result = ReferenceJudge.judge(asked);
      assertThat(2 * result.a() + result.b() + result.c() + result.d())
          .as("seed %d", seed)
          .isEqualTo(asked.tasks());
      checkRuns(seed, asked, result);
      meet(met, asked, result);
    }
    assertThat(met).containsExactly("A", "B", "C", "D", "no tasks", "tied takes", "zero dispatch");
  }

  private static void checkRuns(int seed, ReferenceCase asked, ReferenceResult result) {
    long[] coreFreeAt = new long[asked.cores()];
    long lastTaken = 0;
    for (TaskRun run : result.runs()) {
      long earliest =
          run.taken()
              + asked.dispatch()
              + asked.storeIssue()
              + asked.storeVisible()
              + asked.pickup();
      assertThat(run.taken()).as("seed %d", seed).isGreaterThanOrEqualTo(lastTaken);
      assertThat(run.kernelStart())
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(Math.max(earliest, coreFreeAt[run.core()]));
      assertThat(run.kernelEnd()).as("seed %d", seed).isLessThanOrEqualTo(result.lastKernelEnd());
      assertThat(run.kernelEnd() - run.kernelStart()).isEqualTo(asked.duration());
      lastTaken = run.taken();
      coreFreeAt[run.core()] = run.kernelEnd();
    }
    assertThat(result.makespan())
        .as("seed %d", seed)
        .isGreaterThanOrEqualTo(result.lastKernelEnd());
  }

  private static void meet(Set<String> met, ReferenceCase asked, ReferenceResult result) {
    add(met, "A", result.a() > 0);
    add(met, "B", result.b() > 0);
    add(met, "C", result.c() > 0);
    add(met, "D", result.d() > 0);
    add(met, "no tasks", asked.tasks() == 0);
    add(met, "zero dispatch", asked.dispatch() == 0);
    long ticks =
        result.runs().stream().mapToLong(TaskRun::taken).filter(t -> t > 0).distinct().count();
    long takes = result.runs().stream().mapToLong(TaskRun::taken).filter(t -> t > 0).count();
    add(met, "tied takes", ticks < takes);
  }

  private static void add(Set<String> met, String what, boolean happened) {
    if (happened) {
      met.add(what);
    }
  }

  private static ReferenceCase twoThreads(int tasks, long dispatch) {
    return new ReferenceCase(2, tasks, 1_000, 2, 10, 0, 10, 10, 10, 10, dispatch, 10);
  }
}
