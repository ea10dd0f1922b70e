package io.ackfin.workload;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.protocol.ResourceShape;

/**
 * Equal tasks in chains, each after the one before it in its chain: what the dispatch path costs
 * when nothing hides it. The chains are submitted in turn, so that task t waits for task t - {@code
 * chains}; where the tasks do not divide evenly, the first chains are one task longer.
 */
public record Chain(
    @Parameter(value = "how many tasks in all chains together", min = 1, max = MOST_TASKS)
        int tasks,
    @Parameter("what each task needs of a cluster") ResourceShape shape,
    @Parameter(
            value = "how long each kernel takes",
            source = "published for a tile task of 64 by 64")
        KernelDuration duration,
    @Parameter(
            value = "how many chains run side by side; at most as many as tasks",
            min = 1,
            max = MOST_TASKS)
        int chains)
    implements GraphGenerator {
  public Chain {
    Range.check("tasks", tasks, 1, MOST_TASKS);
    Range.check("chains", chains, 1, tasks);
  }

  /** One chain of 1,000 AIC tasks. */
  public static Chain defaults() {
    return new Chain(1_000, ResourceShape.AIC_ONLY, KernelDuration.DEFAULT, 1);
  }

  @Override
  public String kind() {
    return "chain";
  }

  @Override
  public TaskGraph build(long seed) {
    TaskWriter writer = new TaskWriter(duration, seed);
    for (int i = 0; i < tasks; i++) {
      int task = writer.task(shape);
      if (task >= chains) {
        writer.graph().after(task - chains);
      }
    }
    return writer.graph().build();
  }
}
