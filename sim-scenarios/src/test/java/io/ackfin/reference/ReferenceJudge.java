package io.ackfin.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Works a case out by following each scheduler thread and each of its loads; the rules are the
 * package's.
 */
public final class ReferenceJudge {
  private final ReferenceCase asked;
  private final List<ReferenceScheduler> threads = new ArrayList<>();
  private final long[] taken;

  private ReferenceJudge(ReferenceCase asked) {
    this.asked = asked;
    taken = new long[asked.tasks()];
    int firstCore = 0;
    for (int thread = 0; thread < asked.schedulers(); thread++) {
      boolean oneMore = thread < asked.cores() % asked.schedulers();
      int owned = asked.cores() / asked.schedulers() + (oneMore ? 1 : 0);
      threads.add(new ReferenceScheduler(asked, firstCore, owned));
      firstCore += owned;
    }
  }

  /** The result of a case; equal cases give equal results. */
  public static ReferenceResult judge(ReferenceCase asked) {
    ReferenceJudge judge = new ReferenceJudge(asked);
    judge.run();
    return judge.result();
  }

  private void run() {
    int nextTask = 0;
    for (ReferenceScheduler thread = earliest(); thread != null; thread = earliest()) {
      if (nextTask < taken.length) {
        taken[nextTask] = thread.now;
        thread.dispatch(nextTask++);
      } else {
        thread.foundNothing();
      }
    }
  }

  /** The thread whose look at the queue comes next: the earliest, of equals the lowest number. */
  private ReferenceScheduler earliest() {
    ReferenceScheduler found = null;
    for (ReferenceScheduler thread : threads) {
      if (!thread.done && (found == null || thread.now < found.now)) {
        found = thread;
      }
    }
    return found;
  }

  private ReferenceResult result() {
    ReferenceResult.TaskRun[] runs = new ReferenceResult.TaskRun[asked.tasks()];
    threads.forEach(thread -> thread.collect(taken, runs));
    return new ReferenceResult(
        threads.stream().mapToLong(thread -> thread.lastCompletion).max().orElseThrow(),
        Arrays.stream(runs).mapToLong(ReferenceResult.TaskRun::kernelEnd).max().orElse(0),
        sum(thread -> thread.a),
        sum(thread -> thread.b),
        sum(thread -> thread.c),
        sum(thread -> thread.d),
        threads.stream().mapToLong(thread -> thread.loads).sum(),
        threads.stream().mapToLong(thread -> thread.guardLoads).sum(),
        List.of(runs));
  }

  private int sum(ToIntFunction<ReferenceScheduler> count) {
    return threads.stream().mapToInt(count).sum();
  }
}
