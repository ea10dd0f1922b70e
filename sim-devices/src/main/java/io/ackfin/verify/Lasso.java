package io.ackfin.verify;

import java.util.Arrays;

/**
 * A way from the start of a region into a fair component of it and once round: from its first state
 * through places that do justice to each action, the nearest first, and back.
 */
final class Lasso {
  private static final int NONE = -1;

  private final Region region;
  private final Way way;

  /** Of each state the state and the step by which the current look first came to it. */
  private final int[] cameFrom;

  private final int[] cameBy;
  private final int[] queue;
  private final boolean[] inside;
  private final long[] situation;
  private long waiting;
  private int at;

  /**
   * A lasso that is yet to be laid.
   *
   * @param way a way to the region's start, which is made longer
   */
  Lasso(Region region, Way way) {
    this.region = region;
    this.way = way;
    cameFrom = new int[region.states()];
    cameBy = new int[region.states()];
    queue = new int[region.states()];
    inside = new boolean[region.states()];
    situation = way.end().clone();
  }

  /** How much memory a lasso takes for each state of its region, without its steps. */
  static int bytesPerState() {
    return 3 * Integer.BYTES + 1;
  }

  /**
   * Lays it.
   *
   * @param states a fair component, in rising order
   * @return how many of the steps, from the last one back, are the round
   */
  int lay(int[] states) {
    int entry = states[0];
    Arrays.fill(inside, true);
    if (at != entry) {
      walk(entry);
    }
    Arrays.fill(inside, false);
    for (int state : states) {
      inside[state] = true;
      waiting |= ~region.excused(state);
    }
    waiting &= ~region.refused(entry);
    int before = way.length();
    while (waiting != 0) {
      walk(NONE);
    }
    if (at != entry || way.length() == before) {
      walk(entry);
    }
    return way.length() - before;
  }

  /** Goes the shortest way, of one step or more, to a state or, with none given, to any justice. */
  private void walk(int goal) {
    Edges edges = region.edges();
    Arrays.fill(cameBy, NONE);
    int size = 0;
    queue[size++] = at;
    for (int next = 0; next < size; next++) {
      int from = queue[next];
      for (int i = edges.start(from); i < edges.end(from); i++) {
        int to = edges.target(i);
        if (inside[to] && isGoal(goal, i, to)) {
          take(from, i);
          return;
        }
        if (inside[to] && to != at && cameBy[to] == NONE) {
          cameFrom[to] = from;
          cameBy[to] = i;
          queue[size++] = to;
        }
      }
    }
    throw new IllegalStateException("a component falls apart at state " + at);
  }

  private boolean isGoal(int goal, int step, int to) {
    return goal == NONE ? (waiting & (region.action(step) | region.refused(to))) != 0 : to == goal;
  }

  /** Takes the steps to a state that was come to, and one more. */
  private void take(int from, int last) {
    int length = 0;
    for (int state = from; state != at; state = cameFrom[state]) {
      length++;
    }
    int[] steps = new int[length + 1];
    steps[length] = last;
    for (int state = from; state != at; state = cameFrom[state]) {
      steps[--length] = cameBy[state];
    }
    for (int step : steps) {
      at = region.edges().target(step);
      region.read(at, situation);
      way.add(region.move(step), situation);
      waiting &= ~(region.action(step) | region.refused(at));
    }
  }
}
