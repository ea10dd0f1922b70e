package io.ackfin.verify;

import io.ackfin.protocol.Invariant;
import io.ackfin.verify.Move.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * Identical processes around one shared variable. Each does what its rules allow; the action of a
 * process is its number. A situation is the shared value, then a word for each process. Any two
 * processes may change places.
 */
final class ProcessSystem implements TransitionSystem, Narrator {
  /** What a process may do in a place of its own and with a value of the variable. */
  record Rule(int place, int value, int newPlace, int newValue, int broken) {}

  private final int processes;
  private final int first;
  private final List<Rule> rules;
  private final int ended;
  private final int away;
  private final long[] next;

  /**
   * A system whose processes all begin in place 0.
   *
   * @param first the value that the variable begins with
   * @param ended the run has ended when the variable has this value
   * @param away the places, as bits, in which a process need not be offered anything
   */
  ProcessSystem(int processes, int first, List<Rule> rules, int ended, int away) {
    this.processes = processes;
    this.first = first;
    this.rules = List.copyOf(rules);
    this.ended = ended;
    this.away = away;
    next = new long[1 + processes];
  }

  /** Three that want to be alone in place 2, which a lock sees to. */
  static ProcessSystem mutualExclusion() {
    List<Rule> rules =
        List.of(
            new Rule(0, 0, 1, 0, 0),
            new Rule(0, 1, 1, 1, 0),
            new Rule(1, 0, 2, 1, 0),
            new Rule(2, 1, 0, 0, 0));
    return new ProcessSystem(3, 0, rules, -1, 0);
  }

  @Override
  public int words() {
    return next.length;
  }

  @Override
  public void initial(long[] into) {
    Arrays.fill(into, 0);
    into[0] = first;
  }

  @Override
  public void successors(long[] from, Successors into) {
    for (int process = 0; process < processes; process++) {
      for (int rule = 0; rule < rules.size(); rule++) {
        Rule one = rules.get(rule);
        if (from[1 + process] == one.place() && from[0] == one.value()) {
          System.arraycopy(from, 0, next, 0, next.length);
          next[0] = one.newValue();
          next[1 + process] = one.newPlace();
          int move = Moves.pack(Kind.CORE, 0, process, rule);
          into.step(move, process, one.broken(), 0, next);
        }
      }
    }
  }

  @Override
  public boolean ended(long[] situation) {
    return situation[0] == ended;
  }

  @Override
  public long excused(long[] situation) {
    long excused = 0;
    for (int process = 0; process < processes; process++) {
      excused |= (away >>> situation[1 + process] & 1L) << process;
    }
    return excused;
  }

  @Override
  public void canonical(long[] situation) {
    Arrays.sort(situation, 1, situation.length);
  }

  /** Tells a step, and fails if a process that is where {@code before} says could not take it. */
  @Override
  public Step step(int number, int move, long[] before, long[] after) {
    Move unpacked = Moves.unpack(move);
    Rule rule = rules.get(unpacked.argument());
    long[] expected = before.clone();
    expected[0] = rule.newValue();
    expected[1 + unpacked.core()] = rule.newPlace();
    if (before[0] != rule.value()
        || before[1 + unpacked.core()] != rule.place()
        || !Arrays.equals(expected, after)) {
      throw new AssertionError("no step: " + Arrays.toString(before) + " " + unpacked);
    }
    return new Step(number, unpacked, Arrays.toString(before), "to", Arrays.toString(after));
  }

  @Override
  public String reason(Invariant invariant, int move, long[] before, long[] after) {
    return invariant + " after " + Arrays.toString(before);
  }

  @Override
  public List<String> situation(long[] situation) {
    return List.of(Arrays.toString(situation));
  }
}
