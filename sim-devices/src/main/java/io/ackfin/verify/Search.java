package io.ackfin.verify;

import io.ackfin.protocol.Invariant;
import io.ackfin.verify.SearchResult.Cycles;
import io.ackfin.verify.SearchResult.End;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds every situation that a system can come into, and says what breaks, with a shortest way to
 * each. A violation does not end the search. A step that leaves the situation as it is, is a wait:
 * it is no transition, but what it shows and breaks counts. It is judged before identical cores are
 * sorted: a step that only makes cores change places does change something.
 *
 * <p>{@link Invariant#PROGRESS} breaks by a step that the system says breaks it; by a deadlock, a
 * situation that is no end and that nothing has to leave; or by a livelock, see {@link
 * CycleSearch}. They are looked for in this order, and the first one is told.
 *
 * <p>One search is run once, by one thread.
 */
final class Search {
  private final TransitionSystem system;
  private final Narrator narrator;
  private final SearchOptions options;
  private final SearchWatcher watcher;

  Search(TransitionSystem system, Narrator narrator, SearchOptions options, SearchWatcher watcher) {
    this.system = system;
    this.narrator = narrator;
    this.options = options;
    this.watcher = watcher;
  }

  /** Searches until everything is found, a limit is reached or the watcher says stop. */
  SearchResult run() {
    Exploration exploration = new Exploration(system, options, watcher);
    End end = exploration.run();
    Trail trail =
        new Trail(system, options.symmetry(), exploration.table(), exploration.predecessors());
    List<Counterexample> broken = new ArrayList<>();
    addBroken(exploration, trail, broken);
    Cycles cycles = cycles(end, exploration, trail, broken);
    broken.sort((one, other) -> one.invariant().compareTo(other.invariant()));
    StateStore store = exploration.table().store();
    return new SearchResult(
        end,
        cycles,
        store.size(),
        exploration.frontier(),
        exploration.transitions(),
        exploration.depth(),
        broken,
        exploration.coverage(),
        store.bitsPerState(),
        exploration.budget().taken(),
        store.missed());
  }

  private void addBroken(Exploration exploration, Trail trail, List<Counterexample> broken) {
    for (Invariant invariant : Invariant.values()) {
      int bit = 1 << invariant.ordinal();
      if ((exploration.broken() & bit) != 0) {
        Way way = trail.to(exploration.brokenFrom(invariant));
        trail.addBreaking(way, bit);
        broken.add(counterexample(invariant, reason(invariant, way), way));
      }
    }
    boolean deadlock = exploration.deadlock() != StateTable.NONE;
    if (deadlock && !breaksProgress(broken)) {
      Way way = trail.to(exploration.deadlock());
      broken.add(
          counterexample(
              Invariant.PROGRESS, "nothing has to happen any more, and this is no end", way));
    }
  }

  private static boolean breaksProgress(List<Counterexample> broken) {
    return broken.stream().anyMatch(one -> one.invariant() == Invariant.PROGRESS);
  }

  private Cycles cycles(
      End end, Exploration exploration, Trail trail, List<Counterexample> broken) {
    if (!exploration.mayCycle()) {
      return Cycles.NONE;
    }
    if (breaksProgress(broken)) {
      return Cycles.NOT_NEEDED;
    }
    if (end == End.STOPPED || !exploration.edgesKept()) {
      return Cycles.UNKNOWN;
    }
    CycleSearch search = new CycleSearch(system, exploration, trail, watcher);
    Cycles cycles = search.run();
    if (cycles == Cycles.LIVELOCK) {
      String reason =
          String.format(
              "the last %d steps can be taken again and again, fair to every action",
              search.round());
      Way way = search.livelock();
      broken.add(
          new Counterexample(
              Invariant.PROGRESS,
              reason,
              way.tell(narrator),
              narrator.situation(way.end()),
              search.round()));
    }
    return cycles;
  }

  private String reason(Invariant invariant, Way way) {
    int last = way.length() - 1;
    return narrator.reason(invariant, way.move(last), way.before(last), way.end());
  }

  private Counterexample counterexample(Invariant invariant, String reason, Way way) {
    return new Counterexample(invariant, reason, way.tell(narrator), narrator.situation(way.end()));
  }
}
