package io.ackfin.scenario;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.workload.ExplicitTasks;
import io.ackfin.workload.GraphGenerator;
import io.ackfin.workload.GraphSource;
import io.ackfin.workload.Independent;
import io.ackfin.workload.TaskLine;
import java.util.List;

/** What the chip is given to do; the first key of each kind says which kind it is. */
public sealed interface Workload {
  /** Where the graph of tasks comes from. */
  GraphSource source();

  /** A graph that a generator makes. */
  record Generated(@Parameter("a kind of graph and its parameters") GraphGenerator generator)
      implements Workload {
    /** What stands in where a file's own generator cannot be read. */
    static Generated standIn() {
      return new Generated(Independent.defaults());
    }

    @Override
    public GraphSource source() {
      return generator;
    }
  }

  /** Tasks that the file lists one by one. */
  record Listed(@Parameter("the tasks, at least one") List<TaskLine> tasks) implements Workload {
    public Listed {
      tasks = List.copyOf(tasks);
      if (tasks.isEmpty()) {
        throw new IllegalArgumentException("tasks: an empty list (expected: at least one task)");
      }
    }

    @Override
    public GraphSource source() {
      return new ExplicitTasks(tasks);
    }
  }
}
