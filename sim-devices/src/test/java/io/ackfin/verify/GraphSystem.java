package io.ackfin.verify;

import io.ackfin.protocol.Invariant;
import io.ackfin.verify.Move.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A system that is drawn by hand: nodes from 0, where it begins, and steps between them. A step's
 * move carries the node that it leads to. The words of a situation are the node and multiples of
 * it.
 */
final class GraphSystem implements TransitionSystem, Narrator {
  static final int WORDS = 3;

  /** A step; invariants and what is noted as bits. */
  record Edge(int from, int to, int action, int broken, int noted) {}

  private final List<List<Edge>> edges = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();
  private final long[] excused;
  private long optional;
  private int watched = -1;
  private Runnable onWatched;
  private final long[] scratch = new long[WORDS];

  GraphSystem(int nodes) {
    IntStream.range(0, nodes).forEach(node -> edges.add(new ArrayList<>()));
    excused = new long[nodes];
  }

  GraphSystem edge(int from, int to) {
    return edge(from, to, 0);
  }

  GraphSystem edge(int from, int to, int action) {
    return edge(new Edge(from, to, action, 0, 0));
  }

  GraphSystem edge(Edge edge) {
    edges.get(edge.from()).add(edge);
    return this;
  }

  /** Lets a run end in a node. */
  GraphSystem end(int node) {
    ends.add(node);
    return this;
  }

  GraphSystem excuse(int node, long actions) {
    excused[node] = actions;
    return this;
  }

  GraphSystem optional(long actions) {
    optional = actions;
    return this;
  }

  /** Runs something whenever the steps of a node are asked for. */
  void whenLeft(int node, Runnable action) {
    watched = node;
    onWatched = action;
  }

  int nodes() {
    return edges.size();
  }

  List<Edge> edges(int node) {
    return edges.get(node);
  }

  boolean ended(int node) {
    return ends.contains(node);
  }

  long excused(int node) {
    return excused[node];
  }

  /** The node that a situation is; fails if its words do not belong together. */
  static int node(long[] situation) {
    long[] expected = new long[WORDS];
    write((int) situation[0], expected);
    if (situation[1] != expected[1] || situation[2] != expected[2]) {
      throw new AssertionError("not a situation: " + List.of(situation[0], situation[1]));
    }
    return (int) situation[0];
  }

  static long[] situationOf(int node) {
    long[] situation = new long[WORDS];
    write(node, situation);
    return situation;
  }

  private static void write(int node, long[] into) {
    into[0] = node;
    into[1] = node * 7L;
    into[2] = (long) node << 40;
  }

  @Override
  public int words() {
    return WORDS;
  }

  @Override
  public void initial(long[] into) {
    write(0, into);
  }

  @Override
  public void successors(long[] from, Successors into) {
    if (node(from) == watched) {
      onWatched.run();
    }
    for (Edge edge : edges.get(node(from))) {
      write(edge.to(), scratch);
      int move = Moves.pack(Kind.CORE, 0, edge.action(), edge.to());
      into.step(move, edge.action(), edge.broken(), edge.noted(), scratch);
    }
  }

  @Override
  public boolean ended(long[] situation) {
    return ended(node(situation));
  }

  @Override
  public long excused(long[] situation) {
    return excused(node(situation));
  }

  @Override
  public long optional() {
    return optional;
  }

  @Override
  public void canonical(long[] situation) {
    throw new AssertionError("no node is like another");
  }

  @Override
  public Step step(int number, int move, long[] before, long[] after) {
    Move unpacked = Moves.unpack(move);
    if (unpacked.argument() != node(after)) {
      throw new AssertionError("the step does not lead there");
    }
    return new Step(number, unpacked, "" + node(before), "to", "" + node(after));
  }

  @Override
  public String reason(Invariant invariant, int move, long[] before, long[] after) {
    return invariant + " at " + node(before);
  }

  @Override
  public List<String> situation(long[] situation) {
    return List.of("" + node(situation));
  }

  /** The nodes of a way that {@link #step} told. */
  static List<Integer> nodes(Counterexample counterexample) {
    List<Integer> nodes = new ArrayList<>(List.of(0));
    counterexample.steps().forEach(step -> nodes.add(step.move().argument()));
    return nodes;
  }
}
