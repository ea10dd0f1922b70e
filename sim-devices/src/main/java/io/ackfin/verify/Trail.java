package io.ackfin.verify;

/**
 * Finds ways again. A search keeps of the way to a state only the number of the state before it;
 * the steps between are those that the system can take.
 *
 * <p>With symmetry the numbers are those of representatives, and from one representative to the
 * next cores may have changed places. So the way carries the situation along as it really is, and
 * looks at each point for a step whose representative has the next number. There always is one:
 * situations with the same representative have the same successors, but for a change of places.
 */
final class Trail {
  private final TransitionSystem system;
  private final boolean symmetry;
  private final StateTable table;
  private final IntRows predecessors;
  private final Expansion expansion;
  private final long[] after;
  private final long[] representative;

  /**
   * Ways of a search.
   *
   * @param table the states by number
   * @param predecessors of each state the number of the one that it was first reached from
   */
  Trail(TransitionSystem system, boolean symmetry, StateTable table, IntRows predecessors) {
    this.system = system;
    this.symmetry = symmetry;
    this.table = table;
    this.predecessors = predecessors;
    expansion = new Expansion(system, false);
    after = new long[system.words()];
    representative = new long[system.words()];
  }

  /** A shortest way to a state, or to one that differs from it only in identical cores. */
  Way to(int number) {
    int[] numbers = numbersTo(number);
    long[] start = new long[system.words()];
    system.initial(start);
    Way way = new Way(start);
    for (int next : numbers) {
      expand(way.end());
      addStepTo(way, next);
    }
    return way;
  }

  /** The numbers behind the first state. */
  private int[] numbersTo(int number) {
    int length = 0;
    for (int at = number; at > 0; at = predecessors.get(at)) {
      length++;
    }
    int[] numbers = new int[length];
    for (int at = number; at > 0; at = predecessors.get(at)) {
      numbers[--length] = at;
    }
    return numbers;
  }

  private void addStepTo(Way way, int number) {
    for (int step = 0; step < expansion.steps(); step++) {
      expansion.copyTo(step, after);
      if (expansion.change(step) >= 0 && numberOf(after) == number) {
        way.add(expansion.move(step), after);
        return;
      }
    }
    throw new IllegalStateException("state " + number + " is not reached as it was before");
  }

  /** The number of a situation, or of its representative; {@link StateTable#NONE} if not found. */
  int numberOf(long[] situation) {
    if (!symmetry) {
      return table.find(situation);
    }
    System.arraycopy(situation, 0, representative, 0, representative.length);
    system.canonical(representative);
    return table.find(representative);
  }

  /** Adds the first step that breaks an invariant; there must be one. */
  void addBreaking(Way way, int invariants) {
    expand(way.end());
    for (int step = 0; step < expansion.steps(); step++) {
      if ((expansion.broken(step) & invariants) != 0) {
        expansion.copyTo(step, after);
        way.add(expansion.move(step), after);
        return;
      }
    }
    throw new IllegalStateException("no step breaks " + invariants + " as it was before");
  }

  private void expand(long[] situation) {
    expansion.clear();
    expansion.add(situation);
  }
}
