package io.ackfin.verify;

/**
 * Of each state, in the order of their numbers, the numbers of the states that its steps lead to.
 * Cycles are found on these without making any step again.
 */
final class Edges {
  private final IntRows starts;
  private final IntRows targets;

  Edges(MemoryBudget budget) {
    starts = new IntRows(budget);
    targets = new IntRows(budget);
  }

  /**
   * Makes room for the steps of some states; false if the budget or the numbers do not allow it.
   */
  boolean reserve(int states, int steps) {
    return targets.size() + steps < Integer.MAX_VALUE
        && starts.reserve(states + 1)
        && targets.reserve(steps);
  }

  /** Begins the steps of the next state. */
  void begin() {
    starts.add((int) targets.size());
  }

  /** Adds a step of the state that was begun last. */
  void add(int target) {
    targets.add(target);
  }

  /** How many states have their steps here. */
  int states() {
    return (int) starts.size();
  }

  /** The first position of the steps of a state. */
  int start(int state) {
    return starts.get(state);
  }

  /** The position behind the steps of a state. */
  int end(int state) {
    return state + 1 < starts.size() ? starts.get(state + 1) : (int) targets.size();
  }

  /** Where the step at a position leads to. */
  int target(int position) {
    return targets.get(position);
  }

  /** Gives everything back; empty then. */
  void clear() {
    starts.clear();
    targets.clear();
  }
}
