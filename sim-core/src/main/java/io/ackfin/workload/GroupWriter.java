package io.ackfin.workload;

import io.ackfin.protocol.Subslot;
import java.util.function.DoubleToLongFunction;

/** Adds tasks of one kernel each, whose kinds are prepared once. One thread. */
final class GroupWriter {
  /** Stands for a producer that a task does not have. */
  static final int NONE = -1;

  private final TaskGraph.Builder graph = TaskGraph.builder();
  private final DurationDraws draws;
  private final Stage[] stages;
  private int tasks;

  /** A writer of an empty graph whose tasks are of the given kinds. */
  GroupWriter(long seed, Stage... stages) {
    draws = new DurationDraws(seed);
    this.stages = stages.clone();
  }

  /**
   * A kind of task: one kernel on one core.
   *
   * @param subslot the core
   * @param kernelId the kernel's id
   * @param quantile from a draw to its duration
   */
  record Stage(Subslot subslot, int kernelId, DoubleToLongFunction quantile) {
    /** A kernel of the cube core. */
    static Stage cube(int kernelId, KernelDuration duration) {
      return new Stage(Subslot.AIC, kernelId, duration.quantile());
    }

    /** A kernel of a vector core. */
    static Stage vector(int kernelId, KernelDuration duration) {
      return new Stage(Subslot.AIV0, kernelId, duration.quantile());
    }
  }

  /**
   * Adds a task and returns its number.
   *
   * @param kind the position of its kind among the writer's
   * @param producers the tasks that it waits for, each once; {@link #NONE} for none
   */
  int task(int kind, int... producers) {
    Stage stage = stages[kind];
    int task = graph.task(stage.subslot().bit());
    graph.kernel(stage.kernelId(), draws.draw(stage.quantile(), task, stage.subslot()));
    for (int producer : producers) {
      if (producer != NONE) {
        graph.after(producer);
      }
    }
    tasks++;
    return task;
  }

  /** Makes the task last added wait for all tasks from {@code first} to {@code end} - 1. */
  void afterAll(int first, int end) {
    for (int producer = first; producer < end; producer++) {
      graph.after(producer);
    }
  }

  /** How many tasks there are; the next one has this number. */
  int tasks() {
    return tasks;
  }

  TaskGraph graph() {
    return graph.build();
  }
}
