package io.ackfin.verify.naive;

import io.ackfin.verify.naive.Node.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether something always moves. A situation that is no end and that no step leaves is a deadlock.
 * Several situations that lead to one another are a livelock if a fair run may stay among them:
 * every action that can be taken in all of them (a thread's choice: in all of them in which the
 * thread is at home) is taken inside, too.
 */
final class Progress {
  /**
   * Where nothing gets on.
   *
   * @param first the number of the situation, of a livelock the lowest one
   * @param others the other situations of a livelock
   */
  record Stuck(int first, Set<Integer> others) {}

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

  /** Where nothing gets on, reached first; null if something always moves. */
  static Stuck firstStuck(List<Node> nodes) {
    Progress progress = new Progress(nodes);
    Stuck first = null;
    for (Set<Integer> component : progress.components()) {
      Stuck stuck = progress.stuck(component);
      if (stuck != null && (first == null || stuck.first() < first.first())) {
        first = stuck;
      }
    }
    return first;
  }

  private Stuck stuck(Set<Integer> component) {
    int lowest = component.iterator().next();
    if (component.size() == 1) {
      Node node = nodes.get(lowest);
      return node.ended || !node.edges.isEmpty() ? null : new Stuck(lowest, Set.of());
    }
    return fairlyLeft(component) ? null : new Stuck(lowest, component);
  }

  /** Whether some action that can always be taken only leads out. */
  private boolean fairlyLeft(Set<Integer> component) {
    Set<Action> candidates = new LinkedHashSet<>();
    Set<Action> inside = new LinkedHashSet<>();
    for (int at : component) {
      for (Edge edge : nodes.get(at).edges) {
        candidates.add(edge.action());
        if (component.contains(edge.to())) {
          inside.add(edge.action());
        }
      }
    }
    candidates.removeAll(inside);
    candidates.removeIf(Action::postponable);
    return candidates.stream().anyMatch(action -> alwaysEnabled(component, action));
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
  private List<Set<Integer>> components() {
    List<Integer> finished = finishingOrder();
    List<Set<Integer>> components = new ArrayList<>();
    boolean[] placed = new boolean[nodes.size()];
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

  /** Every situation after all those that can be reached from it, cycles aside. */
  private List<Integer> finishingOrder() {
    List<Integer> finished = new ArrayList<>();
    int[] nextEdge = new int[nodes.size()];
    boolean[] begun = new boolean[nodes.size()];
    for (int root = 0; root < nodes.size(); root++) {
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
