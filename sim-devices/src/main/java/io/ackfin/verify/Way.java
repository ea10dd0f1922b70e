package io.ackfin.verify;

import java.util.ArrayList;
import java.util.List;

/** Steps one after another, each with the situation before and after it. */
final class Way {
  private final List<Integer> moves = new ArrayList<>();
  private final List<long[]> situations = new ArrayList<>();

  /** A way of no steps. */
  Way(long[] start) {
    situations.add(start.clone());
  }

  /** Adds a step to the end. */
  void add(int move, long[] after) {
    moves.add(move);
    situations.add(after.clone());
  }

  /** How many steps there are. */
  int length() {
    return moves.size();
  }

  /** The move of a step, from 0, packed. */
  int move(int step) {
    return moves.get(step);
  }

  /** The situation before a step; after the last one, the situation at the end. */
  long[] before(int step) {
    return situations.get(step);
  }

  /** The situation at the end. */
  long[] end() {
    return situations.get(length());
  }

  /** The way in words. */
  List<Step> tell(Narrator narrator) {
    List<Step> told = new ArrayList<>();
    for (int i = 0; i < length(); i++) {
      told.add(narrator.step(i + 1, move(i), before(i), before(i + 1)));
    }
    return told;
  }
}
