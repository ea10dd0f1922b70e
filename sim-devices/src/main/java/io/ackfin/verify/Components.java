package io.ackfin.verify;

/**
 * Finds the strongly connected components of a graph, or of a part of it, that hold a cycle:
 * Tarjan's algorithm (1972) with a stack of its own. A component is a set of states each of which
 * can be reached from each; one state alone counts if it has a step to itself.
 *
 * <p>Only states whose steps are known take part. Roots are best given from the last number down:
 * steps of a breadth-first search lead mostly to higher numbers, so most of what a root leads to is
 * closed already, and the stacks stay low.
 */
final class Components {
  /** Told of a component when it is complete. */
  interface Found {
    /**
     * A component.
     *
     * @param component its number, from 0
     * @param states its states are those from the position on to the top
     * @param position where they begin
     */
    void component(int component, IntStack states, int position);
  }

  /** What {@link #of} says of a state that is in none. */
  static final int NONE = -1;

  private static final int UNSEEN = 0;
  private static final int CLOSED = -1;
  private static final int FIRST_COMPONENT = -2;

  /** A frame: the state, the position of its next step, and the earliest that it leads to. */
  private static final int FRAME = 3;

  private static final int NEXT = 1;
  private static final int LOW = 2;

  private final Edges edges;
  private final MemoryBudget budget;
  private final Found found;
  private final IntStack path;
  private final IntStack open;

  /** Positive: open, and the how manyth it was; see the constants for the rest. */
  private int[] order = new int[0];

  private int seen;
  private int components;

  Components(Edges edges, MemoryBudget budget, Found found) {
    this.edges = edges;
    this.budget = budget;
    this.found = found;
    path = new IntStack(budget);
    open = new IntStack(budget);
  }

  /** Makes ready: every state may be visited once. False if the budget does not allow it. */
  boolean begin() {
    if (!budget.take((long) edges.states() * Integer.BYTES)) {
      return false;
    }
    order = new int[edges.states()];
    return true;
  }

  /**
   * Lets a state be visited once more, with nothing but others that are let in. Not while something
   * is visited.
   */
  void letIn(int state) {
    order[state] = UNSEEN;
  }

  /** Keeps a state from being visited. */
  void shutOut(int state) {
    order[state] = CLOSED;
  }

  /** The number of the component that a state is in; {@link #NONE} if it is in none or no state. */
  int of(int state) {
    return state >= 0 && state < order.length && order[state] <= FIRST_COMPONENT
        ? FIRST_COMPONENT - order[state]
        : NONE;
  }

  /** How many were found. */
  int count() {
    return components;
  }

  /**
   * Visits a state, unless it was visited, and everything that it leads to.
   *
   * @return false if there is no memory for it; everything is void then
   */
  boolean visit(int root) {
    if (order[root] != UNSEEN) {
      return true;
    }
    if (!enter(root)) {
      return false;
    }
    while (path.size() > 0) {
      int frame = path.size() - FRAME;
      int state = path.get(frame);
      int position = path.get(frame + NEXT);
      if (position == edges.end(state)) {
        leave(frame, state);
      } else {
        path.set(frame + NEXT, position + 1);
        if (!follow(frame, edges.target(position))) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean enter(int state) {
    if (!path.reserve(FRAME) || !open.reserve(1)) {
      return false;
    }
    order[state] = ++seen;
    open.push(state);
    path.push(state);
    path.push(edges.start(state));
    path.push(seen);
    return true;
  }

  private boolean follow(int frame, int target) {
    if (target >= order.length) {
      return true;
    }
    if (order[target] == UNSEEN) {
      return enter(target);
    }
    if (order[target] > 0) {
      lower(frame, order[target]);
    }
    return true;
  }

  private void lower(int frame, int low) {
    path.set(frame + LOW, Math.min(path.get(frame + LOW), low));
  }

  private void leave(int frame, int state) {
    int low = path.get(frame + LOW);
    path.cut(frame);
    if (frame > 0) {
      lower(frame - FRAME, low);
    }
    if (low == order[state]) {
      close(state);
    }
  }

  private void close(int root) {
    int position = open.size() - 1;
    while (open.get(position) != root) {
      position--;
    }
    boolean cyclic = open.size() - position > 1 || leadsToItself(root);
    int mark = cyclic ? FIRST_COMPONENT - components : CLOSED;
    for (int i = position; i < open.size(); i++) {
      order[open.get(i)] = mark;
    }
    if (cyclic) {
      found.component(components++, open, position);
    }
    open.cut(position);
  }

  private boolean leadsToItself(int state) {
    for (int i = edges.start(state); i < edges.end(state); i++) {
      if (edges.target(i) == state) {
        return true;
      }
    }
    return false;
  }

  /** Gives everything back. */
  void clear() {
    budget.give((long) order.length * Integer.BYTES);
    order = new int[0];
    path.clear();
    open.clear();
  }
}
