package io.ackfin.verify.naive;

import io.ackfin.verify.naive.Node.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Whether something always moves. A situation that is no end and that no step has to leave is a
 * deadlock. Several situations that lead to one another are a livelock if a fair run may go round
 * among them for ever.
 *
 * <p>A run is fair if every action that can always be taken is taken one day; a thread's choice, if
 * it can always be made when the thread is at home, unless the thread comes home no more. So a run
 * round all situations of a component is fair if every such action is taken inside. If one is not,
 * and is a thread's choice, a fair run may still stay where that thread is not at home.
 */
final class Progress {
  /**
   * Where nothing gets on.
   *
   * @param first the number of the situation, of a livelock the lowest one
   * @param round the situations of a livelock; empty for a deadlock
   */
  record Stuck(int first, Set<Integer> round) {}

  private final List<Node> nodes;
  private final List<List<Integer>> sources = new ArrayList<>();

  private Progress(List<Node> nodes) {
    this.nodes = nodes;
    nodes.forEach(node -> sources.add(new ArrayList<>()));
    for (int at = 0; at < nodes.size(); at++) {
      for (Edge edge : nodes.get(at).edges) {
        sources.get(edge.to()).add(at);
      }
    }
  }

  /** Where nothing gets on, a deadlock before a livelock, reached first; null if all moves. */
  static Stuck firstStuck(List<Node> nodes) {
    for (int at = 0; at < nodes.size(); at++) {
      boolean left = nodes.get(at).edges.stream().anyMatch(edge -> !edge.action().optional());
      if (!nodes.get(at).ended && !left) {
        return new Stuck(at, Set.of());
      }
    }
    Set<Integer> all = new TreeSet<>(IntStream.range(0, nodes.size()).boxed().toList());
    Set<Integer> round = new Progress(nodes).firstRound(all);
    return round == null ? null : new Stuck(round.iterator().next(), round);
  }

  /** Of the fair rounds inside a set of situations the one that begins first, or null. */
  private Set<Integer> firstRound(Set<Integer> within) {
    Set<Integer> first = null;
    for (Set<Integer> component : components(within)) {
      if (component.size() > 1) {
        Set<Integer> round = fairRound(component);
        if (round != null && (first == null || lowest(round) < lowest(first))) {
          first = round;
        }
      }
    }
    return first;
  }

  private static int lowest(Set<Integer> round) {
    return round.iterator().next();
  }

  private Set<Integer> fairRound(Set<Integer> component) {
    Set<Action> neglected = neglected(component);
    if (neglected.isEmpty()) {
      return component;
    }
    Set<Integer> rest = new TreeSet<>(component);
    rest.removeIf(at -> neglected.stream().anyMatch(nodes.get(at)::offers));
    return firstRound(rest);
  }

  /** What can always be done in a component but is never done without leaving it. */
  private Set<Action> neglected(Set<Integer> component) {
    Set<Action> neglected = new LinkedHashSet<>();
    Set<Action> inside = new LinkedHashSet<>();
    for (int at : component) {
      for (Edge edge : nodes.get(at).edges) {
        neglected.add(edge.action());
        if (component.contains(edge.to())) {
          inside.add(edge.action());
        }
      }
    }
    neglected.removeAll(inside);
    neglected.removeIf(action -> action.optional() || !alwaysEnabled(component, action));
    return neglected;
  }

  private boolean alwaysEnabled(Set<Integer> component, Action action) {
    return component.stream()
        .map(nodes::get)
        .filter(node -> node.offers(action))
        .allMatch(node -> node.enables(action));
  }

  /**
   * The sets of situations that lead to one another: in the order in which a walk along the steps
   * finishes with them, last first, each with all that leads to it and has no set yet.
   */
  private List<Set<Integer>> components(Set<Integer> within) {
    List<Integer> finished = finishingOrder(within);
    List<Set<Integer>> components = new ArrayList<>();
    boolean[] placed = allBut(within);
    for (int i = finished.size() - 1; i >= 0; i--) {
      if (!placed[finished.get(i)]) {
        components.add(allThatLeadTo(finished.get(i), placed));
      }
    }
    return components;
  }

  private Set<Integer> allThatLeadTo(int target, boolean[] placed) {
    Set<Integer> component = new TreeSet<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(target));
    placed[target] = true;
    while (!open.isEmpty()) {
      int at = open.pop();
      component.add(at);
      for (int source : sources.get(at)) {
        if (!placed[source]) {
          placed[source] = true;
          open.push(source);
        }
      }
    }
    return component;
  }

  private boolean[] allBut(Set<Integer> within) {
    boolean[] out = new boolean[nodes.size()];
    Arrays.fill(out, true);
    within.forEach(at -> out[at] = false);
    return out;
  }

  /** Every situation after all those that can be reached from it, cycles aside. */
  private List<Integer> finishingOrder(Set<Integer> within) {
    List<Integer> finished = new ArrayList<>();
    int[] nextEdge = new int[nodes.size()];
    boolean[] begun = allBut(within);
    for (int root : within) {
      Deque<Integer> path = new ArrayDeque<>();
      visit(root, begun, path);
      while (!path.isEmpty()) {
        int at = path.peek();
        List<Edge> edges = nodes.get(at).edges;
        if (nextEdge[at] == edges.size()) {
          finished.add(path.pop());
        } else {
          visit(edges.get(nextEdge[at]++).to(), begun, path);
        }
      }
    }
    return finished;
  }

  private static void visit(int at, boolean[] begun, Deque<Integer> path) {
    if (!begun[at]) {
      begun[at] = true;
      path.push(at);
    }
  }
}
