package io.ackfin.verify;

import java.util.Arrays;

/**
 * The steps that can be taken in one situation after another, collected. It is the only one that
 * systems tell their steps to, so that the call stays cheap. Steps that change the situation have
 * in addition a place among the <em>changes</em>, whose new situations lie one behind the other.
 */
final class Expansion implements TransitionSystem.Successors {
  private final TransitionSystem system;
  private final boolean symmetry;
  private final int words;
  private long[] from;
  private final long[] scratch;
  private int steps;
  private int[] moves = new int[64];
  private byte[] actions = new byte[64];
  private int[] broken = new int[64];
  private int[] noted = new int[64];
  private int[] change = new int[64];
  private int changes;
  private long[] states;

  /**
   * An empty collection.
   *
   * @param symmetry whether new situations are made representatives; whether a step changed
   *     anything is judged before
   */
  Expansion(TransitionSystem system, boolean symmetry) {
    this.system = system;
    this.symmetry = symmetry;
    words = system.words();
    from = new long[words];
    scratch = new long[words];
    states = new long[64 * words];
  }

  void clear() {
    steps = 0;
    changes = 0;
  }

  /** Adds the steps that can be taken in a situation. */
  void add(long[] situation) {
    from = situation;
    system.successors(situation, this);
  }

  @Override
  public void step(int move, int action, int broke, int shown, long[] to) {
    if (steps == moves.length) {
      grow();
    }
    moves[steps] = move;
    actions[steps] = (byte) action;
    broken[steps] = broke;
    noted[steps] = shown;
    change[steps] = changed(to) ? append(to) : -1;
    steps++;
  }

  private boolean changed(long[] to) {
    for (int i = 0; i < words; i++) {
      if (to[i] != from[i]) {
        return true;
      }
    }
    return false;
  }

  private int append(long[] to) {
    int base = changes * words;
    if (base == states.length) {
      states = Arrays.copyOf(states, 2 * base);
    }
    long[] state = to;
    if (symmetry) {
      System.arraycopy(to, 0, scratch, 0, words);
      system.canonical(scratch);
      state = scratch;
    }
    for (int i = 0; i < words; i++) {
      states[base + i] = state[i];
    }
    return changes++;
  }

  private void grow() {
    int length = 2 * steps;
    moves = Arrays.copyOf(moves, length);
    actions = Arrays.copyOf(actions, length);
    broken = Arrays.copyOf(broken, length);
    noted = Arrays.copyOf(noted, length);
    change = Arrays.copyOf(change, length);
  }

  /** How many steps were collected. */
  int steps() {
    return steps;
  }

  /** How many of them changed the situation. */
  int changes() {
    return changes;
  }

  /** The new situations of the changes, one behind the other. */
  long[] states() {
    return states;
  }

  int move(int step) {
    return moves[step];
  }

  int action(int step) {
    return actions[step];
  }

  int broken(int step) {
    return broken[step];
  }

  int noted(int step) {
    return noted[step];
  }

  /** The place of a step among the changes; -1 if it changes nothing. */
  int change(int step) {
    return change[step];
  }

  /** Copies the situation that a step leads to. */
  void copyTo(int step, long[] into) {
    if (change[step] < 0) {
      System.arraycopy(from, 0, into, 0, words);
    } else {
      System.arraycopy(states, change[step] * words, into, 0, words);
    }
  }
}
