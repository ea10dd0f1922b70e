package io.ackfin.workload;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.protocol.ResourceShape;

/** Equal tasks that wait for nothing: what the dispatch path can do at best. */
public record Independent(
    @Parameter(value = "how many tasks", min = 1, max = MOST_TASKS) int tasks,
    @Parameter("what each task needs of a cluster") ResourceShape shape,
    @Parameter(
            value = "how long each kernel takes",
            source = "published for a tile task of 64 by 64")
        KernelDuration duration)
    implements GraphGenerator {
  public Independent {
    Range.check("tasks", tasks, 1, MOST_TASKS);
  }

  /** 1,000 AIC tasks. */
  public static Independent defaults() {
    return new Independent(1_000, ResourceShape.AIC_ONLY, KernelDuration.DEFAULT);
  }

  @Override
  public String kind() {
    return "independent";
  }

  @Override
  public TaskGraph build(long seed) {
    TaskWriter writer = new TaskWriter(duration, seed);
    for (int i = 0; i < tasks; i++) {
      writer.task(shape);
    }
    return writer.graph().build();
  }
}
