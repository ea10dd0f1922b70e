package io.ackfin.verify;

/**
 * The situations behind one component of a search, as they really are, with the steps between them
 * and what fairness asks about: which actions can go on, and which are excused.
 *
 * <p>A component consists of representatives. A step between them may have put cores in other
 * places, and then an action does not keep its number along a cycle: what core 0 did, core 1 goes
 * on with. So nothing can be said about fairness there. A region starts at one real situation and
 * follows every step whose representative stays in the component. It holds a situation for every
 * representative of the component; every cycle over the component, or the same cycle with cores in
 * other places, runs through it; and every cycle in it can really be taken. So judging regions
 * neither misses a fair cycle nor makes one up. The same holds without symmetry, where a region is
 * the component.
 */
final class Region {
  /** Whether a situation belongs to the component. */
  interface Part {
    boolean contains(long[] situation);
  }

  private static final int STATES_PER_LOOK = 4_096;

  private final TransitionSystem system;
  private final SearchWatcher watcher;
  private final StateTable table;
  private final Edges edges;
  private final IntRows actions;
  private final IntRows moves;
  private final IntStack ends;
  private final LongRows enabled;
  private final LongRows excused;
  private final Expansion expansion;
  private final int[] number = new int[1];
  private final long[] mask = new long[1];

  Region(TransitionSystem system, SearchWatcher watcher, MemoryBudget budget) {
    this.system = system;
    this.watcher = watcher;
    int words = system.words();
    table = new StateTable(words, new ExactStates(words, budget), budget);
    edges = new Edges(budget);
    actions = new IntRows(budget);
    moves = new IntRows(budget);
    ends = new IntStack(budget);
    enabled = new LongRows(1, budget);
    excused = new LongRows(1, budget);
    expansion = new Expansion(system, false);
  }

  /**
   * Finds everything from a situation on; false if told to stop or if there is no memory for it.
   */
  boolean fill(long[] start, Part part) {
    if (!table.reserve(1)) {
      return false;
    }
    table.addAll(start, 1, number);
    long[] from = start.clone();
    long[] to = start.clone();
    for (int state = 0; state < table.size(); state++) {
      if (state % STATES_PER_LOOK == 0 && watcher.stop()) {
        return false;
      }
      table.store().read(state, from);
      expansion.clear();
      expansion.add(from);
      if (!reserve(expansion.changes())) {
        return false;
      }
      add(from, to, part);
    }
    return true;
  }

  private boolean reserve(int changes) {
    return table.reserve(changes)
        && edges.reserve(1, changes)
        && actions.reserve(changes)
        && moves.reserve(changes)
        && ends.reserve(1)
        && enabled.reserve(1)
        && excused.reserve(1);
  }

  private void add(long[] from, long[] to, Part part) {
    edges.begin();
    if (system.ended(from)) {
      ends.push(edges.states() - 1);
    }
    mask[0] = system.excused(from) | system.optional();
    excused.add(mask, 0);
    mask[0] = 0;
    for (int step = 0; step < expansion.steps(); step++) {
      if (expansion.change(step) >= 0) {
        mask[0] |= 1L << expansion.action(step);
        expansion.copyTo(step, to);
        if (part.contains(to)) {
          table.addAll(to, 1, number);
          edges.add(number[0]);
          actions.add(expansion.action(step));
          moves.add(expansion.move(step));
        }
      }
    }
    enabled.add(mask, 0);
  }

  int states() {
    return table.size();
  }

  Edges edges() {
    return edges;
  }

  /** The states in which a run has ended. */
  IntStack ends() {
    return ends;
  }

  /** The action, as a bit, of the step at a position. */
  long action(int position) {
    return 1L << actions.get(position);
  }

  /** The move of the step at a position. */
  int move(int position) {
    return moves.get(position);
  }

  /** Actions that can be taken in a state and change it; steps out of the component included. */
  long enabled(int state) {
    return enabled.first(state);
  }

  /** Actions that need not be offered in a state, or not at all. */
  long excused(int state) {
    return excused.first(state);
  }

  /** Actions that are refused in a state: they could be asked for there, and cannot be taken. */
  long refused(int state) {
    return ~(enabled(state) | excused(state));
  }

  /** Copies a situation. */
  void read(int state, long[] into) {
    table.store().read(state, into);
  }

  /** Gives everything back. */
  void clear() {
    table.clear();
    edges.clear();
    actions.clear();
    moves.clear();
    ends.clear();
    enabled.clear();
    excused.clear();
  }
}
