package io.ackfin.verify;

import io.ackfin.protocol.Invariant;
import io.ackfin.verify.SearchResult.Cycles;
import io.ackfin.verify.SearchResult.End;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds every situation that a system can come into, breadth first, and says what breaks. States
 * are numbered in the order of discovery; a violation does not end the search. A step that leaves
 * the situation as it is, is a wait: it is no transition, but what it shows and breaks counts.
 *
 * <p>One search is run once, by one thread.
 */
final class Search {
  /** Situations expanded before their successors are looked up together. */
  private static final int BLOCK = 128;

  /** Blocks between two questions to the watcher. */
  private static final int BLOCKS_PER_LOOK = 32;

  private static final Invariant[] INVARIANTS = Invariant.values();

  private final TransitionSystem system;
  private final Narrator narrator;
  private final SearchOptions options;
  private final SearchWatcher watcher;
  private final MemoryBudget budget;
  private final StateTable table;
  private final IntRows predecessors;
  private final Edges edges;
  private final Expansion expansion;
  private final Coverage coverage = new Coverage();
  private final long[][] block;
  private final int[] lastStep = new int[BLOCK];
  private int[] numbers = new int[BLOCK];

  private int expanded;
  private int levelEnd = 1;
  private int depth;
  private long transitions;
  private boolean edgesKept = true;
  private boolean mayCycle;
  private int brokenSoFar;
  private final int[] brokenFrom = new int[INVARIANTS.length];
  private int deadlock = StateTable.NONE;

  Search(TransitionSystem system, Narrator narrator, SearchOptions options, SearchWatcher watcher) {
    this.system = system;
    this.narrator = narrator;
    this.options = options;
    this.watcher = watcher;
    budget = new MemoryBudget(options.bytes());
    StateStore store =
        options.compaction()
            ? new CompactStates(system.words(), budget)
            : new ExactStates(system.words(), budget);
    table = new StateTable(system.words(), store, budget);
    predecessors = new IntRows(budget);
    edges = new Edges(budget);
    expansion = new Expansion(system, options.symmetry());
    block = new long[BLOCK][system.words()];
  }

  /** Searches until everything is found, a limit is reached or the watcher says stop. */
  SearchResult run() {
    End end = addInitial() ? explore() : End.MEMORY_LIMIT;
    List<Counterexample> broken = counterexamples();
    return new SearchResult(
        end,
        cycles(),
        table.size(),
        table.size() - expanded,
        transitions,
        depth,
        broken,
        coverage,
        table.store().bitsPerState(),
        budget.taken(),
        table.store().missed());
  }

  private boolean addInitial() {
    long[] initial = new long[system.words()];
    system.initial(initial);
    if (options.symmetry()) {
      system.canonical(initial);
    }
    if (!table.reserve(1) || !predecessors.reserve(1)) {
      return false;
    }
    table.addAll(initial, 1, numbers);
    predecessors.add(StateTable.NONE);
    return true;
  }

  private End explore() {
    for (int blocks = 0; expanded < table.size(); blocks++) {
      if (blocks % BLOCKS_PER_LOOK == 0) {
        if (watcher.stop()) {
          return End.STOPPED;
        }
        watcher.progress(table.size(), table.size() - expanded, depth);
      }
      if (table.size() >= options.states()) {
        return End.STATE_LIMIT;
      }
      if (!expandBlock()) {
        return End.MEMORY_LIMIT;
      }
    }
    return End.FINISHED;
  }

  /** Expands the next situations of one depth; false if there is no memory for it. */
  private boolean expandBlock() {
    int size = Math.min(BLOCK, levelEnd - expanded);
    expansion.clear();
    for (int i = 0; i < size; i++) {
      table.store().read(expanded + i, block[i]);
      expansion.add(block[i]);
      lastStep[i] = expansion.steps();
    }
    if (!reserve(size, expansion.changes())) {
      return false;
    }
    table.addAll(expansion.states(), expansion.changes(), numbers);
    int step = 0;
    for (int i = 0; i < size; i++) {
      record(i, step, lastStep[i]);
      step = lastStep[i];
    }
    transitions += expansion.changes();
    expanded += size;
    table.store().passed(expanded);
    if (expanded == levelEnd && table.size() > levelEnd) {
      levelEnd = table.size();
      depth++;
    }
    return true;
  }

  /** Makes room; steps are kept as long as the budget allows it, states come first. */
  private boolean reserve(int states, int changes) {
    if (numbers.length < changes) {
      numbers = Arrays.copyOf(numbers, 2 * changes);
    }
    edgesKept = edgesKept && edges.reserve(states, changes);
    if (!edgesKept) {
      edges.clear();
    }
    if (table.reserve(changes) && predecessors.reserve(changes)) {
      return true;
    }
    edgesKept = false;
    edges.clear();
    return table.reserve(changes) && predecessors.reserve(changes);
  }

  private void record(int position, int firstStep, int endStep) {
    int from = expanded + position;
    boolean stuck = true;
    if (edgesKept) {
      edges.begin();
    }
    for (int step = firstStep; step < endStep; step++) {
      if (expansion.noted(step) != 0) {
        coverage.add(expansion.noted(step));
      }
      if ((expansion.broken(step) & ~brokenSoFar) != 0) {
        recordBroken(from, expansion.broken(step) & ~brokenSoFar);
      }
      int change = expansion.change(step);
      if (change >= 0) {
        recordChange(from, numbers[change]);
        stuck &= (system.optional() >>> expansion.action(step) & 1) != 0;
      }
    }
    if (stuck && deadlock == StateTable.NONE && !system.ended(block[position])) {
      deadlock = from;
    }
  }

  /**
   * A step to a depth that is not greater is on every cycle; the other steps need no second look.
   */
  private void recordChange(int from, int to) {
    if (to == predecessors.size()) {
      predecessors.add(from);
    }
    if (edgesKept) {
      edges.add(to);
    }
    mayCycle |= to < levelEnd;
  }

  private void recordBroken(int from, int broken) {
    brokenSoFar |= broken;
    for (int rest = broken; rest != 0; rest &= rest - 1) {
      brokenFrom[Integer.numberOfTrailingZeros(rest)] = from;
    }
  }

  private Cycles cycles() {
    if (!mayCycle) {
      return Cycles.NONE;
    }
    return deadlock == StateTable.NONE ? Cycles.UNKNOWN : Cycles.NOT_NEEDED;
  }

  private List<Counterexample> counterexamples() {
    Trail trail = new Trail(system, options.symmetry(), table, predecessors);
    List<Counterexample> found = new ArrayList<>();
    for (Invariant invariant : INVARIANTS) {
      int bit = 1 << invariant.ordinal();
      if ((brokenSoFar & bit) != 0) {
        Way way = trail.to(brokenFrom[invariant.ordinal()]);
        trail.addBreaking(way, bit);
        found.add(counterexample(invariant, breaking(invariant, way), way));
      } else if (invariant == Invariant.PROGRESS && deadlock != StateTable.NONE) {
        found.add(
            counterexample(invariant, "no step changes anything any more", trail.to(deadlock)));
      }
    }
    return found;
  }

  private String breaking(Invariant invariant, Way way) {
    int last = way.length() - 1;
    return narrator.reason(invariant, way.move(last), way.before(last), way.end());
  }

  private Counterexample counterexample(Invariant invariant, String reason, Way way) {
    return new Counterexample(invariant, reason, way.tell(narrator), narrator.situation(way.end()));
  }
}
