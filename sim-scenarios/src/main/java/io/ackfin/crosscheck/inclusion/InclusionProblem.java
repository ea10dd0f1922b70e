package io.ackfin.crosscheck.inclusion;

import java.util.ArrayList;
import java.util.List;

/** Why a recorded run is not possible. */
public sealed interface InclusionProblem {
  /** The problem as people read it; the first line says what it is about. */
  List<String> lines();

  /**
   * A core's sequence and its owners' cannot be brought into an order that the tables accept.
   *
   * @param core the core
   * @param coreSide how far the core's own sequence came
   * @param ownerSide how far its owners' came
   */
  record NoOrder(int core, FurthestPoint coreSide, FurthestPoint ownerSide)
      implements InclusionProblem {
    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add("core " + core + ": no order of what it and its owners did is possible");
      coreSide.lines().forEach(line -> lines.add("  " + line));
      ownerSide.lines().forEach(line -> lines.add("  " + line));
      return lines;
    }
  }

  /**
   * A thread's sequence cannot be what one thread did, whatever the cores did.
   *
   * @param thread the thread
   * @param position where in its sequence
   * @param found the entry there, as people read it
   * @param wrong what is wrong with it
   */
  record OutOfPlace(int thread, int position, String found, String wrong)
      implements InclusionProblem {
    @Override
    public List<String> lines() {
      return List.of("thread " + thread + ", entry " + position + ", " + found + ": " + wrong);
    }
  }
}
