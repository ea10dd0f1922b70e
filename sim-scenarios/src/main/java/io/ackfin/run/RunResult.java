package io.ackfin.run;

import io.ackfin.check.Verdict;
import io.ackfin.device.aicpu.Activity;
import io.ackfin.device.soc.Soc;
import io.ackfin.protocol.CompletionCase;
import java.util.List;
import java.util.Map;

/**
 * What came out of one simulation. Times are ticks; figures that could not be measured are absent
 * (an empty spread, a negative number where the field says so), never 0.
 *
 * @param plan what was run
 * @param ending how it ended
 * @param why what stopped it, empty if it finished
 * @param waiting who waits for what, a line each, if it did not finish
 * @param makespan first submission to the end of the last completion's bookkeeping; -1 if no task
 *     was completed
 * @param lastKernelEnd first submission to the end of the last kernel; -1 if none ran
 * @param firstSubmission the tick at which submission began; -1 if it did not
 * @param completedTasks tasks that are complete
 * @param loads loads of COND by all threads, without those of the exit
 * @param guardLoads those of the guard
 * @param activities the time all threads spent, by activity
 * @param cases how often each completion case was taken
 * @param latencies spreads over subtasks and cores
 * @param shares shares of the makespan
 * @param verdicts what each invariant's check found
 * @param events events that the simulator ran
 * @param digest hash over every subtask's record
 * @param soc the chip, for its tables
 */
public record RunResult(
    RunPlan plan,
    RunEnding ending,
    String why,
    List<String> waiting,
    long makespan,
    long lastKernelEnd,
    long firstSubmission,
    int completedTasks,
    long loads,
    long guardLoads,
    Map<Activity, Long> activities,
    Map<CompletionCase, Long> cases,
    Latencies latencies,
    Shares shares,
    List<Verdict> verdicts,
    long events,
    String digest,
    Soc soc) {

  /** Whether the run finished and every invariant held. */
  public boolean good() {
    return ending == RunEnding.FINISHED && verdicts.stream().allMatch(Verdict::held);
  }
}
