package io.ackfin.verify;

import io.ackfin.verify.SearchResult.Cycles;

/**
 * The second pass of a search: whether something can go on for ever without coming to an end,
 * although no action is kept waiting for ever that could always be taken.
 *
 * <p>It finds the components of the steps that the first pass kept, by number, and judges each that
 * holds a cycle in its {@link Region}. Every step of a region is made anew, so that a livelock is
 * real even where only hashes are kept. If the search did not come to its end, what is found is
 * still real.
 */
final class CycleSearch {
  private static final int STATES_PER_LOOK = 1 << 16;

  private final TransitionSystem system;
  private final Exploration exploration;
  private final Trail trail;
  private final MemoryBudget budget;
  private final SearchWatcher watcher;
  private final Components components;
  private Way livelock;
  private int round;

  CycleSearch(
      TransitionSystem system, Exploration exploration, Trail trail, SearchWatcher watcher) {
    this.system = system;
    this.exploration = exploration;
    this.trail = trail;
    this.watcher = watcher;
    budget = exploration.budget();
    components = new Components(exploration.edges(), budget, (component, states, position) -> {});
  }

  /** Looks for a livelock. */
  Cycles run() {
    Cycles cycles = components.begin() && visitAll() ? judgeAll() : Cycles.UNKNOWN;
    components.clear();
    return cycles;
  }

  /** A shortest way to a component that is a livelock, and once round; null if there is none. */
  Way livelock() {
    return livelock;
  }

  /** How many steps, from the last one back, are the round. */
  int round() {
    return round;
  }

  private boolean visitAll() {
    for (int state = exploration.edges().states() - 1; state >= 0; state--) {
      if ((state % STATES_PER_LOOK == 0 && watcher.stop()) || !components.visit(state)) {
        return false;
      }
    }
    return true;
  }

  /** Judges the components in the order of their first states, so that the way in is short. */
  private Cycles judgeAll() {
    boolean[] judged = new boolean[components.count()];
    Cycles cycles = judged.length == 0 ? Cycles.NONE : Cycles.UNFAIR;
    int left = judged.length;
    for (int state = 0; left > 0; state++) {
      int component = components.of(state);
      if (component != Components.NONE && !judged[component]) {
        judged[component] = true;
        left--;
        if (!judge(state, component)) {
          return Cycles.UNKNOWN;
        }
        if (livelock != null) {
          return Cycles.LIVELOCK;
        }
      }
    }
    return cycles;
  }

  /**
   * Judges a component from its first state on. Where states are held it is read, which is quick
   * but, with symmetry, only a situation with cores in other places; a livelock is told from the
   * situation that the way really leads to.
   *
   * @return false if told to stop or if there is no memory for it
   */
  private boolean judge(int first, int component) {
    StateStore store = exploration.table().store();
    if (!store.holds(first)) {
      return judge(component, trail.to(first));
    }
    long[] state = new long[system.words()];
    store.read(first, state);
    return judge(component, new Way(state))
        && (livelock == null || judge(component, trail.to(first)));
  }

  private boolean judge(int component, Way way) {
    Region region = new Region(system, watcher, budget);
    boolean done =
        region.fill(way.end(), situation -> components.of(trail.numberOf(situation)) == component)
            && judge(region, way);
    region.clear();
    return done;
  }

  private boolean judge(Region region, Way way) {
    int bytesPerState = FairCycles.bytesPerState() + Lasso.bytesPerState();
    long bytes = (long) region.states() * bytesPerState;
    if (!budget.take(bytes)) {
      return false;
    }
    FairCycles fair = new FairCycles(region, budget);
    boolean done = fair.look();
    if (done && fair.states() != null) {
      round = new Lasso(region, way).lay(fair.states());
      livelock = way;
    }
    budget.give(bytes);
    return done;
  }
}
