package io.ackfin.verify;

import io.ackfin.protocol.Invariant;
import io.ackfin.verify.SearchResult.End;
import java.util.Arrays;

/**
 * The first pass of a search: finds every state, breadth first, with the shortest ways, and
 * everything that a state or a step shows by itself. States are numbered in the order of discovery,
 * so a greater depth is a greater number. Runs once.
 */
final class Exploration {
  /**
   * Situations expanded before their successors are looked up together: enough for the processor to
   * fetch many places at once, few enough for them to stay in its first cache.
   */
  private static final int BLOCK = 32;

  /** Blocks between two questions to the watcher. */
  private static final int BLOCKS_PER_LOOK = 128;

  private final TransitionSystem system;
  private final long optional;
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
  private int broken;
  private final int[] brokenFrom = new int[Invariant.values().length];
  private int deadlock = StateTable.NONE;

  Exploration(TransitionSystem system, SearchOptions options, SearchWatcher watcher) {
    this.system = system;
    this.options = options;
    optional = system.optional();
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

  /** Explores until everything is found, a limit is reached or the watcher says stop. */
  End run() {
    return addInitial() ? explore() : End.MEMORY_LIMIT;
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
        watcher.progress(table.size(), frontier(), depth);
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

  /** Makes room. Steps are kept as long as the budget allows it; for states they are given up. */
  private boolean reserve(int states, int changes) {
    if (numbers.length < changes) {
      numbers = Arrays.copyOf(numbers, 2 * changes);
    }
    if (edgesKept && !edges.reserve(states, changes)) {
      dropEdges();
    }
    if (table.reserve(changes) && predecessors.reserve(changes)) {
      return true;
    }
    dropEdges();
    return table.reserve(changes) && predecessors.reserve(changes);
  }

  private void dropEdges() {
    edgesKept = false;
    edges.clear();
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
      if ((expansion.broken(step) & ~broken) != 0) {
        recordBroken(from, expansion.broken(step) & ~broken);
      }
      int change = expansion.change(step);
      if (change >= 0) {
        recordChange(from, numbers[change]);
        stuck &= (optional >>> expansion.action(step) & 1) != 0;
      }
    }
    if (stuck && deadlock == StateTable.NONE && !system.ended(block[position])) {
      deadlock = from;
    }
  }

  /** Every cycle has a step to no greater number: its steps cannot all lead to later states. */
  private void recordChange(int from, int to) {
    if (to == predecessors.size()) {
      predecessors.add(from);
    }
    if (edgesKept) {
      edges.add(to);
    }
    mayCycle |= to <= from;
  }

  private void recordBroken(int from, int news) {
    broken |= news;
    for (int rest = news; rest != 0; rest &= rest - 1) {
      brokenFrom[Integer.numberOfTrailingZeros(rest)] = from;
    }
  }

  MemoryBudget budget() {
    return budget;
  }

  StateTable table() {
    return table;
  }

  /** Of each state the number of the one that it was first reached from. */
  IntRows predecessors() {
    return predecessors;
  }

  /** The steps of the states that were expanded, if they were kept. */
  Edges edges() {
    return edges;
  }

  /** Whether there was memory to keep every step. */
  boolean edgesKept() {
    return edgesKept;
  }

  /** Whether some step leads to no greater number; without one there is no cycle. */
  boolean mayCycle() {
    return mayCycle;
  }

  /** The invariants that steps break, as bits by position. */
  int broken() {
    return broken;
  }

  /** The first state with a step that breaks an invariant; only if one does. */
  int brokenFrom(Invariant invariant) {
    return brokenFrom[invariant.ordinal()];
  }

  /**
   * The first state that need not ever be left and is no end; {@link StateTable#NONE} without one.
   */
  int deadlock() {
    return deadlock;
  }

  /** States that were found and not expanded. */
  int frontier() {
    return table.size() - expanded;
  }

  /** Steps that change the situation. */
  long transitions() {
    return transitions;
  }

  /** Steps to the state that is farthest away. */
  int depth() {
    return depth;
  }

  Coverage coverage() {
    return coverage;
  }
}
