package io.ackfin.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ackfin.check.Verdict;
import io.ackfin.device.aicpu.Activity;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.run.OverheadShares;
import io.ackfin.run.RunEnding;
import io.ackfin.run.RunResult;
import io.ackfin.run.Shares;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The result of a run as {@code summary.json} states it: each component is the field of its name,
 * in this order. Figures follow the package's rule; null where something was not measured.
 *
 * @param format version of this structure
 * @param name of the scenario
 * @param seed of all draws
 * @param ending how the run ended
 * @param why what stopped it; absent if it finished
 * @param waiting who waits for what, a line each; absent if it finished
 * @param makespanNs first submission to the end of the last completion's bookkeeping
 * @param lastKernelEndNs first submission to the end of the last kernel
 * @param tasks how many there are and how many are complete
 * @param aicpu the work of all scheduler threads together
 * @param cases how often a poll took each completion case
 * @param gapNs end of one kernel to the start of the next on a core, where the next one's task was
 *     ready before that end
 * @param headOverheadNs dispatch to start
 * @param tailOverheadNs end of the kernel to the end of the poll that completed the subtask
 * @param guardSpinNs what all threads together spent waiting for the ACK of a running task before
 *     they published the next one behind it; the same figure as {@code guardNs} of {@code aicpu},
 *     there as a share of the threads' time, here as a price of the handover
 * @param utilization shares of the makespan in which cores and threads work; of a run that did not
 *     finish, shares of the time that was simulated since the first submission
 * @param overhead shares of the same time with an idle core and a ready task that waits for its
 *     dispatch
 * @param invariants what each check found
 * @param events events that the simulator ran
 * @param eventsPerSecond events per second of the computer's time
 * @param wallSeconds how long the computer took
 * @param digest hash over every subtask's record
 */
public record Summary(
    int format,
    String name,
    long seed,
    String ending,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String why,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> waiting,
    BigDecimal makespanNs,
    BigDecimal lastKernelEndNs,
    Tasks tasks,
    Aicpu aicpu,
    Map<CompletionCase, Long> cases,
    SpreadNs gapNs,
    SpreadNs headOverheadNs,
    SpreadNs tailOverheadNs,
    BigDecimal guardSpinNs,
    Utilization utilization,
    Overhead overhead,
    List<InvariantVerdict> invariants,
    long events,
    BigDecimal eventsPerSecond,
    BigDecimal wallSeconds,
    String digest) {

  private static final int FORMAT = 1;

  /** How many tasks there are, and how many are complete. */
  public record Tasks(int total, int completed) {}

  /**
   * The work of all scheduler threads together.
   *
   * @param loads loads of COND, without those of the exit
   * @param guardLoads those of the guard
   * @param pollNs spent on loading COND of running cores
   * @param completeNs spent on the bookkeeping of completed tasks
   * @param dispatchNs spent on taking tasks, building payloads and publishing them
   * @param guardNs spent in the guard
   * @param idleNs spent on turns of the loop that find nothing, and on waiting
   */
  public record Aicpu(
      long loads,
      long guardLoads,
      BigDecimal pollNs,
      BigDecimal completeNs,
      BigDecimal dispatchNs,
      BigDecimal guardNs,
      BigDecimal idleNs) {}

  /** Shares of the time in which cube cores, vector cores and scheduler threads work. */
  public record Utilization(BigDecimal aic, BigDecimal aiv, BigDecimal aicpu) {}

  /** Shares for cube cores, vector cores, both kinds at once, at least one kind. */
  public record Overhead(BigDecimal aic, BigDecimal aiv, BigDecimal all, BigDecimal has) {}

  /**
   * What a check found.
   *
   * @param firstViolation how the invariant was violated first; null if it held
   */
  public record InvariantVerdict(String name, boolean held, FirstViolation firstViolation) {}

  /** When an invariant was violated first, in the simulation's time, and how. */
  public record FirstViolation(BigDecimal atNs, String message) {}

  /** The summary of a run that took so long. */
  public static Summary of(RunResult result, WallTime wall) {
    boolean finished = result.ending() == RunEnding.FINISHED;
    return new Summary(
        FORMAT,
        result.plan().name(),
        result.plan().seed(),
        result.ending().toString(),
        finished ? null : result.why(),
        finished ? null : result.waiting(),
        Figures.nanoseconds(result.makespan()),
        Figures.nanoseconds(result.lastKernelEnd()),
        new Tasks(result.plan().graph().tasks(), result.completedTasks()),
        aicpu(result),
        result.cases(),
        SpreadNs.of(result.latencies().gap()),
        SpreadNs.of(result.latencies().head()),
        SpreadNs.of(result.latencies().tail()),
        spent(result, Activity.GUARD),
        utilization(result.shares()),
        overhead(result.shares().overhead()),
        result.verdicts().stream().map(Summary::verdict).toList(),
        result.events(),
        wall.perSecond(result.events()),
        wall.seconds(),
        result.digest());
  }

  private static Aicpu aicpu(RunResult result) {
    return new Aicpu(
        result.loads(),
        result.guardLoads(),
        spent(result, Activity.POLL),
        spent(result, Activity.COMPLETE),
        spent(result, Activity.DISPATCH),
        spent(result, Activity.GUARD),
        spent(result, Activity.IDLE));
  }

  private static BigDecimal spent(RunResult result, Activity activity) {
    return Figures.nanoseconds(result.activities().get(activity));
  }

  private static Utilization utilization(Shares shares) {
    return new Utilization(
        Figures.share(shares.aic()), Figures.share(shares.aiv()), Figures.share(shares.aicpu()));
  }

  private static Overhead overhead(OverheadShares shares) {
    return new Overhead(
        Figures.share(shares.aic()),
        Figures.share(shares.aiv()),
        Figures.share(shares.all()),
        Figures.share(shares.has()));
  }

  private static InvariantVerdict verdict(Verdict verdict) {
    FirstViolation first =
        verdict.held()
            ? null
            : new FirstViolation(Figures.nanoseconds(verdict.firstTick()), verdict.firstMessage());
    return new InvariantVerdict(verdict.invariant().toString(), verdict.held(), first);
  }
}
