package io.ackfin.verify.naive;

import io.ackfin.handshake.Tables;
import io.ackfin.protocol.Invariant;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.Counterexample;
import io.ackfin.verify.Move;
import io.ackfin.verify.Step;
import io.ackfin.verify.naive.Progress.Stuck;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Walks a bounded system in every order that its threads, cores and memory can take, breadth first,
 * and says which invariants can break. It goes on where something broke, so that the answer holds
 * every consequence.
 */
public final class NaiveExplorer {
  /** More situations than a test should need; faulty tables may store without end. */
  private static final int LIMIT = 500_000;

  /** How a situation was first reached: from which one, by which step, how far from the start. */
  private record Origin(int from, Step step, int depth) {}

  private final World world;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<Origin> origins = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Queue<Situation> open = new ArrayDeque<>();
  private final Map<Invariant, Counterexample> violated = new EnumMap<>(Invariant.class);
  private final SortedSet<String> reached = new TreeSet<>();
  private final SortedMap<String, Integer> inputs = new TreeMap<>();
  private long transitions;

  private NaiveExplorer(World world) {
    this.world = world;
  }

  /** Explores a system with the tables of its protocol. */
  public static Result explore(BoundedSystem system) {
    return explore(system, system.protocol().tables());
  }

  /** Explores a system with tables that no protocol has. */
  public static Result explore(BoundedSystem system, Tables tables) {
    return new NaiveExplorer(new World(system, tables)).explore();
  }

  private Result explore() {
    Situation initial = Situation.initial(world);
    number(initial, SituationKey.of(world, initial), new Origin(-1, null, 0));
    for (int at = 0; !open.isEmpty(); at++) {
      expand(at, open.remove());
      if (nodes.size() > LIMIT) {
        throw new IllegalStateException("not finished: " + nodes.size() + " situations");
      }
    }
    checkProgress();
    int depth = origins.get(origins.size() - 1).depth();
    return new Result(violated, numbers.keySet(), transitions, depth, reached, inputs);
  }

  private void expand(int at, Situation situation) {
    Node node = nodes.get(at);
    int depth = origins.get(at).depth() + 1;
    for (Move move : Choices.of(world, situation)) {
      Turn turn = Turn.take(world, situation, move);
      String key = SituationKey.of(world, turn.situation());
      note(at, turn, key);
      int to = number(turn.situation(), key, new Origin(at, turn.step(depth), depth));
      if (to != at) {
        transitions++;
        node.edges.add(new Node.Edge(to, Action.of(world, situation, move)));
      }
    }
  }

  private int number(Situation situation, String key, Origin origin) {
    Integer known = numbers.putIfAbsent(key, nodes.size());
    if (known != null) {
      return known;
    }
    nodes.add(Node.of(world, situation));
    origins.add(origin);
    open.add(situation);
    return nodes.size() - 1;
  }

  private void note(int at, Turn turn, String key) {
    reached.addAll(turn.reached());
    if (!turn.input().isEmpty()) {
      inputs.merge(turn.input(), 1, Integer::sum);
    }
    for (Invariant invariant : turn.broken()) {
      violated.computeIfAbsent(
          invariant,
          broken -> {
            List<Step> steps = wayTo(at);
            steps.add(turn.step(steps.size() + 1));
            return new Counterexample(broken, "the last step breaks it", steps, lines(key));
          });
    }
  }

  private void checkProgress() {
    Stuck stuck = Progress.firstStuck(nodes);
    if (stuck != null) {
      String reason =
          stuck.round().isEmpty()
              ? "nothing is left that has to happen"
              : "a fair run may go on for ever among " + stuck.round().size() + " situations";
      String key = new ArrayList<>(numbers.keySet()).get(stuck.first());
      Counterexample way =
          new Counterexample(Invariant.PROGRESS, reason, wayTo(stuck.first()), lines(key));
      violated.put(Invariant.PROGRESS, way);
    }
  }

  private List<Step> wayTo(int situation) {
    List<Step> steps = new ArrayList<>();
    for (int at = situation; at > 0; at = origins.get(at).from()) {
      steps.add(origins.get(at).step());
    }
    Collections.reverse(steps);
    return steps;
  }

  private static List<String> lines(String key) {
    return key.lines().toList();
  }
}
