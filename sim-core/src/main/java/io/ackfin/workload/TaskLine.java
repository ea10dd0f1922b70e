package io.ackfin.workload;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import java.util.List;

/**
 * One task of an explicit list, as a file states it. Nothing is checked here: {@link ExplicitTasks}
 * checks all lines together, so that it can report everything at once.
 *
 * @param shape null where {@code subtasks} says what the task consists of
 */
public record TaskLine(
    @Parameter("the task's name, which no other task has") String id,
    @Parameter("what the task needs of a cluster; or else subtasks") ResourceShape shape,
    @Parameter("the subslots that the task uses; or else shape") List<Subslot> subtasks,
    @Parameter(
            value =
                "how long the kernels take: one for all, or one per subtask in the order AIC,"
                    + " AIV0, AIV1; none: the default",
            source = "published for a tile task of 64 by 64")
        List<KernelDuration> durations,
    @Parameter("the ids of the tasks that this one waits for, listed before or after it")
        List<String> after,
    @Parameter(
            "where the kernels of a task's subtasks wait for each other: none; start: each ends"
                + " only after all have started; barrier: all meet at one point inside")
        KernelSync kernelSync) {
  public TaskLine {
    subtasks = List.copyOf(subtasks);
    durations = List.copyOf(durations);
    after = List.copyOf(after);
  }

  /** Kernels that do not wait for each other. */
  public TaskLine(
      String id,
      ResourceShape shape,
      List<Subslot> subtasks,
      List<KernelDuration> durations,
      List<String> after) {
    this(id, shape, subtasks, durations, after, KernelSync.NONE);
  }
}
