package io.ackfin.workload;

/**
 * A generator that writes its graph in groups of tasks: an iteration, a chain, a layer's block. A
 * group is written without memory of the ones before it, so a graph need not be held as a whole to
 * be generated.
 */
interface GroupedGraph extends GraphGenerator {
  /** How many groups there are, at least 1. */
  int groups();

  /**
   * What writes the tasks.
   *
   * @param seed of every draw
   */
  GroupWriter writer(long seed);

  /**
   * Writes the tasks of one group; the groups before it have been written.
   *
   * @param group 0 to {@link #groups} - 1
   */
  void write(GroupWriter writer, int group);

  @Override
  default TaskGraph build(long seed) {
    GroupWriter writer = writer(seed);
    for (int group = 0; group < groups(); group++) {
      write(writer, group);
    }
    return writer.graph();
  }
}
