package io.ackfin.verify;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Looks in a region for a set of states in which a run can stay for ever while being fair to every
 * action: whenever an action is not excused infinitely often, it is also refused or taken
 * infinitely often.
 *
 * <p>A run that stays for ever comes to lie in one strongly connected component, and is fairest if
 * it goes round through all of it. What such a round still does not do justice to are actions that
 * are refused nowhere in the component, somewhere not excused, and taken by no step inside. A fair
 * run then has to avoid the states in which they are not excused; so these are taken away, and the
 * components of what is left are looked at in the same way. This is the test for Streett
 * conditions; without excused actions it is the test of each component once.
 */
final class FairCycles {
  private final Region region;
  private final Components components;
  private final Deque<int[]> rests = new ArrayDeque<>();
  private int[] best;

  FairCycles(Region region, MemoryBudget budget) {
    this.region = region;
    components = new Components(region.edges(), budget, this::judge);
  }

  /** How much memory the sets of states take at most for each state of the region. */
  static int bytesPerState() {
    return 3 * Integer.BYTES;
  }

  /**
   * Looks.
   *
   * @return false if there is no memory for it
   */
  boolean look() {
    boolean done = components.begin() && lookAtAll();
    components.clear();
    return done;
  }

  /** A run that has ended does not go on, so no state is an end. */
  private boolean lookAtAll() {
    for (int i = 0; i < region.ends().size(); i++) {
      components.shutOut(region.ends().get(i));
    }
    for (int state = region.states() - 1; state >= 0; state--) {
      if (!components.visit(state)) {
        return false;
      }
    }
    while (!rests.isEmpty()) {
      int[] rest = rests.remove();
      for (int state : rest) {
        components.letIn(state);
      }
      for (int state : rest) {
        if (!components.visit(state)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * The states of a fair component, in rising order: of several the one that comes first.
   *
   * @return null if there is none
   */
  int[] states() {
    return best;
  }

  private void judge(int component, IntStack stack, int position) {
    int[] states = new int[stack.size() - position];
    for (int i = 0; i < states.length; i++) {
      states[i] = stack.get(position + i);
    }
    Arrays.sort(states);
    long wronged = wronged(component, states);
    if (wronged != 0) {
      addRest(states, wronged);
    } else if (best == null || states[0] < best[0]) {
      best = states;
    }
  }

  /** Actions that going round through all of the states is not fair to. */
  private long wronged(int component, int[] states) {
    Edges edges = region.edges();
    long satisfied = 0;
    long asking = 0;
    for (int state : states) {
      asking |= ~region.excused(state);
      satisfied |= region.refused(state);
      for (int i = edges.start(state); i < edges.end(state); i++) {
        if (components.of(edges.target(i)) == component) {
          satisfied |= region.action(i);
        }
      }
    }
    return asking & ~satisfied;
  }

  private void addRest(int[] states, long wronged) {
    int[] rest = new int[states.length];
    int size = 0;
    for (int state : states) {
      if ((wronged & ~region.excused(state)) == 0) {
        rest[size++] = state;
      }
    }
    if (size > 0) {
      rests.add(Arrays.copyOf(rest, size));
    }
  }
}
