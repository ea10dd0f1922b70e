package io.ackfin.runtime.dispatch;

import io.ackfin.workload.TaskGraph;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs one drawn workload after the other on the real runtime until its time or count is over,
 * until something is wrong, or until it is told to stop (Ctrl-C), and says how far it came. Each
 * run has a seed of its own, counted up from the first, and a message names the one that failed:
 * the same seed as the first, for one run, draws that run again.
 *
 * <p>Options, after the pattern of benchmarks that means nothing here: {@code seconds=600} (the
 * default is 60), {@code runs=1000} (no limit), {@code seed=1}. The process ends with status 1 if
 * something was wrong.
 */
public final class Soak {
  private static final long DEFAULT_SECONDS = 60;
  private static final long REPORT_EVERY_NS = 10_000_000_000L;
  private static final long LONGEST_STOP_SECONDS = 90;
  private static final int MOST_PROBLEMS = 5;
  private static final double NS_PER_SECOND = 1e9;

  private final long first;
  private final long most;
  private final long limitNs;
  private final long begin = System.nanoTime();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean stopping;
  private long runs;
  private long subtasks;

  private Soak(long first, long most, long limitNs) {
    this.first = first;
    this.most = most;
    this.limitNs = limitNs;
  }

  /** Soaks; see the class for the options. */
  public static void main(String[] arguments) {
    long seconds = option(arguments, "seconds", DEFAULT_SECONDS);
    long most = option(arguments, "runs", Long.MAX_VALUE);
    Soak soak = new Soak(option(arguments, "seed", 1), most, TimeUnit.SECONDS.toNanos(seconds));
    Runtime.getRuntime().addShutdownHook(new Thread(soak::stop));
    boolean good = soak.run();
    soak.over.countDown();
    if (!good) {
      System.exit(1);
    }
  }

  private static long option(String[] arguments, String name, long otherwise) {
    for (String argument : arguments) {
      if (argument.startsWith(name + "=")) {
        return Long.parseLong(argument.substring(name.length() + 1));
      }
    }
    return otherwise;
  }

  /** Lets the current run end, so that the last line tells of whole runs. */
  private void stop() {
    stopping = true;
    try {
      over.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean run() {
    long reported = begin;
    while (!stopping && runs < most && System.nanoTime() - begin < limitNs) {
      RandomRun run = new RandomRun(first + runs);
      List<String> problems = problems(run);
      if (!problems.isEmpty()) {
        tell("run %d, %s", runs, run);
        problems.stream().limit(MOST_PROBLEMS).forEach(problem -> tell("  %s", problem));
        tell("%d problems; again with: runs=1 seed=%d", problems.size(), first + runs);
        return false;
      }
      runs++;
      if (System.nanoTime() - reported > REPORT_EVERY_NS) {
        reported = System.nanoTime();
        report("so far");
      }
    }
    report(stopping ? "stopped" : "done");
    return true;
  }

  private List<String> problems(RandomRun run) {
    TaskGraph graph = run.graph();
    try {
      DispatchResult result = DispatchRun.of(run.spec(), graph).run();
      subtasks += result.subtasks();
      List<String> left = threadsLeft();
      return left.isEmpty() ? ResultCheck.problems(run.spec(), graph, result) : left;
    } catch (RunFailedException failed) {
      return List.of(failed.getMessage());
    }
  }

  private static List<String> threadsLeft() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("ackfin"))
        .map(name -> name + " is left")
        .toList();
  }

  private void report(String how) {
    double seconds = (System.nanoTime() - begin) / NS_PER_SECOND;
    tell("%s: %,d runs, %,d subtasks, %.0f s, first seed %d", how, runs, subtasks, seconds, first);
  }

  private static void tell(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
    System.out.flush();
  }
}
