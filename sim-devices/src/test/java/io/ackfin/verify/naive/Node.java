package io.ackfin.verify.naive;

import java.util.ArrayList;
import java.util.List;

/** A situation that was reached, as far as it is needed when all are known. */
final class Node {
  /**
   * A step that leads to another situation.
   *
   * @param to the number of that situation
   * @param action what the step is for fairness
   */
  record Edge(int to, Action action) {}

  final List<Edge> edges = new ArrayList<>();
  final boolean ended;

  /** Which threads are at home: bit n for thread n. */
  final int atHome;

  Node(boolean ended, int atHome) {
    this.ended = ended;
    this.atHome = atHome;
  }

  static Node of(World world, Situation situation) {
    int atHome = 0;
    for (Walker thread : situation.threads) {
      atHome |= thread.atHome() ? 1 << thread.number : 0;
    }
    return new Node(situation.ended(world), atHome);
  }

  /** Whether the thread of a choice is at home here; always, for what is no choice. */
  boolean offers(Action action) {
    return action.chosenBy() < 0 || (atHome >> action.chosenBy() & 1) == 1;
  }

  boolean enables(Action action) {
    return edges.stream().anyMatch(edge -> edge.action().equals(action));
  }
}
