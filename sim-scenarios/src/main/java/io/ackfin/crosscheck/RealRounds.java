package io.ackfin.crosscheck;

import io.ackfin.crosscheck.real.RecordedRun;
import io.ackfin.crosscheck.real.RuntimePlan;
import io.ackfin.runtime.agent.InterruptedWaitException;
import io.ackfin.runtime.agent.WaitLimitException;
import io.ackfin.runtime.dispatch.DispatchResult;
import io.ackfin.runtime.dispatch.DispatchRun;
import io.ackfin.runtime.dispatch.Fault;
import io.ackfin.runtime.dispatch.RunFailedException;
import io.ackfin.runtime.dispatch.RuntimeSpec;
import java.util.EnumSet;
import java.util.Set;

/**
 * Runs of one plan on threads of this host, each recorded.
 *
 * <p>A run whose recording has a gap is repeated with more room, as far as the memory allows: how
 * much a thread records depends on how the threads fall, not only on the workload.
 *
 * <p>A run that failed is the last one: the next would most often fail, too, and only after its
 * time limit.
 */
public final class RealRounds implements Rounds {
  // What a scheduler, who records most, was seen to record for a subtask, and half as much again;
  // of several schedulers one may have twice its share of the work.
  private static final int RECORDS_PER_SUBTASK = 12;
  private static final int UNEVEN = 2;
  private static final int RECORDS_PER_CORE = 64;
  private static final int LEAST_RECORDS = 1_024;
  private static final int GROWTH = 4;
  private static final int BYTES_PER_RECORD = 32;
  private static final int MOST_RECORDS = 1 << 26;
  // The judges take several times a recording's memory, and two recordings may live for a moment.
  private static final int SHARE_OF_HEAP = 8;

  private final RuntimePlan plan;
  private final Set<Fault> faults;
  private final int count;
  private final int most;
  private int records;
  private int made;
  private boolean failed;

  /**
   * So many runs of a plan.
   *
   * @param faults the mistakes that are built into each; none in a normal run
   */
  public RealRounds(RuntimePlan plan, Set<Fault> faults, int count) {
    this(plan, faults, count, expected(plan));
  }

  /** The same, beginning with room for so many records of each thread. */
  RealRounds(RuntimePlan plan, Set<Fault> faults, int count, long first) {
    this.plan = plan;
    this.faults = EnumSet.noneOf(Fault.class);
    this.faults.addAll(faults);
    this.count = count;
    long threads = plan.spec().schedulers() + plan.spec().chip().cores() + 2L;
    long fitting = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / BYTES_PER_RECORD / threads;
    most = (int) Math.max(LEAST_RECORDS, Math.min(MOST_RECORDS, fitting));
    records = (int) Math.min(most, first);
  }

  private static long expected(RuntimePlan plan) {
    long ofAll = (long) RECORDS_PER_SUBTASK * plan.graph().subtasks();
    long ofOne = Math.min(ofAll, UNEVEN * ofAll / plan.spec().schedulers());
    return LEAST_RECORDS + (long) RECORDS_PER_CORE * plan.spec().chip().cores() + ofOne;
  }

  @Override
  public String name() {
    return plan.name();
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public boolean hasNext() {
    return made < count && !failed;
  }

  @Override
  public RecordedRun next() {
    RecordedRun run = once();
    while (hasOverflowed(run) && records < most) {
      records = (int) Math.min(most, (long) GROWTH * records);
      run = once();
    }
    made++;
    failed = !run.finished();
    return run;
  }

  /** A lane without any record is that of a thread that did not end: more room is no help. */
  private static boolean hasOverflowed(RecordedRun run) {
    return run.recording().lanes().stream().anyMatch(lane -> lane.lost() > 0 && lane.size() > 0);
  }

  private RecordedRun once() {
    RuntimeSpec spec = plan.spec().with(changes -> changes.recordsPerThread = records);
    DispatchRun run =
        faults.isEmpty()
            ? DispatchRun.of(spec, plan.graph())
            : DispatchRun.withFaults(spec, plan.graph(), faults);
    try {
      return recorded(run.run(), "");
    } catch (RunFailedException failure) {
      return recorded(failure.partial(), why(failure));
    }
  }

  private RecordedRun recorded(DispatchResult result, String why) {
    return new RecordedRun(plan, result.recording().orElseThrow(), why.isEmpty(), why);
  }

  /** Who failed, of what, and what had completed. */
  private static String why(RunFailedException failure) {
    Throwable cause = failure.getCause();
    boolean told =
        cause instanceof WaitLimitException
            || cause instanceof InterruptedWaitException
            || cause instanceof IllegalStateException;
    return "%s failed after %d of %d tasks: %s"
        .formatted(
            failure.who(),
            failure.partial().completedTasks(),
            failure.partial().totals().tasks(),
            told ? cause.getMessage() : cause.toString());
  }
}
