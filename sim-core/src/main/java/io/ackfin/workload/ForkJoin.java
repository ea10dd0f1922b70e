package io.ackfin.workload;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.protocol.ResourceShape;

/**
 * Stages of equal tasks between joints: a first joint, then per stage {@code width} branches that
 * wait for the joint before them, and a joint that waits for all of them. What a wide fan-out and a
 * wide fan-in cost, and what every straggler costs.
 */
public record ForkJoin(
    @Parameter(value = "how many stages of branches", min = 1, max = MOST_TASKS) int stages,
    @Parameter(
            value =
                "how many branches in each stage; stages times (width + 1) is at most 20,000,000",
            min = 1,
            max = MOST_TASKS)
        int width,
    @Parameter("what each branch needs of a cluster") ResourceShape branch,
    @Parameter("what each joint needs of a cluster") ResourceShape joint,
    @Parameter(
            value = "how long each kernel takes",
            source = "published for a tile task of 64 by 64")
        KernelDuration duration)
    implements GraphGenerator {
  public ForkJoin {
    Range.check("stages", stages, 1, MOST_TASKS);
    Range.check("width", width, 1, MOST_TASKS / stages - 1);
  }

  /** 20 stages of 48 cube tasks, joined by a vector task. */
  public static ForkJoin defaults() {
    return new ForkJoin(
        20, 48, ResourceShape.AIC_ONLY, ResourceShape.AIV_X1, KernelDuration.DEFAULT);
  }

  @Override
  public String kind() {
    return "fork-join";
  }

  @Override
  public TaskGraph build(long seed) {
    TaskWriter writer = new TaskWriter(duration, seed);
    int before = writer.task(joint);
    for (int stage = 0; stage < stages; stage++) {
      int first = before + 1;
      for (int i = 0; i < width; i++) {
        writer.task(branch);
        writer.graph().after(before);
      }
      before = writer.task(joint);
      for (int producer = first; producer < before; producer++) {
        writer.graph().after(producer);
      }
    }
    return writer.graph().build();
  }
}
