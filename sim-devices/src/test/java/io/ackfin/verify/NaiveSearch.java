package io.ackfin.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A search of a small system that is as plain as can be: a hash map of whole states, a matrix of
 * what can be reached from what. It never asks for representatives.
 */
final class NaiveSearch {
  /** A step that changes the state. */
  record Change(int to, int action) {}

  final List<long[]> states = new ArrayList<>();
  final List<List<Change>> changes = new ArrayList<>();
  final List<Integer> depths = new ArrayList<>();

  /**
   * Of each invariant that breaks, by position, the length of a shortest way, with its last step.
   */
  final Map<Integer, Integer> broken = new TreeMap<>();

  /** Steps to the nearest deadlock; -1 if there is none. */
  int deadlock = -1;

  int transitions;
  private final TransitionSystem system;
  private final Map<List<Long>, Integer> numbers = new HashMap<>();
  private final long[] enabled;
  private final long[] excused;
  private final BitSet[] reach;

  NaiveSearch(TransitionSystem system) {
    this.system = system;
    long[] initial = new long[system.words()];
    system.initial(initial);
    number(initial, 0);
    for (int at = 0; at < states.size(); at++) {
      expand(at);
    }
    enabled = new long[states.size()];
    excused = new long[states.size()];
    reach = new BitSet[states.size()];
    for (int state = 0; state < states.size(); state++) {
      excused[state] = system.excused(states.get(state));
      reach[state] = new BitSet();
      for (Change change : changes.get(state)) {
        enabled[state] |= 1L << change.action();
      }
    }
  }

  private void expand(int at) {
    List<Change> found = new ArrayList<>();
    long[] from = states.get(at);
    system.successors(
        from,
        (move, action, broke, noted, to) -> {
          for (int bit = 0; bit < Integer.SIZE; bit++) {
            if ((broke >>> bit & 1) != 0) {
              broken.putIfAbsent(bit, depths.get(at) + 1);
            }
          }
          if (!Arrays.equals(from, to)) {
            found.add(new Change(number(to, depths.get(at) + 1), action));
          }
        });
    changes.add(found);
    transitions += found.size();
    boolean stuck =
        found.stream().allMatch(change -> (system.optional() >>> change.action() & 1) != 0);
    if (stuck && !system.ended(from) && deadlock < 0) {
      deadlock = depths.get(at);
    }
  }

  private int number(long[] state, int depth) {
    List<Long> key = Arrays.stream(state).boxed().toList();
    Integer known = numbers.putIfAbsent(key, states.size());
    if (known != null) {
      return known;
    }
    states.add(state.clone());
    depths.add(depth);
    return states.size() - 1;
  }

  /** The number of a state that was found; fails on any other. */
  int numberOf(long[] state) {
    return numbers.get(Arrays.stream(state).boxed().toList());
  }

  int depth() {
    return depths.get(depths.size() - 1);
  }

  /** Whether any state can be come back to. */
  boolean cyclic() {
    close(all());
    return all().stream().anyMatch(state -> reach[state].get(state));
  }

  /** Whether a fair run can go on for ever, judged by reachability. */
  boolean livelock() {
    BitSet notEnded = all();
    all().stream().filter(state -> system.ended(states.get(state))).forEach(notEnded::clear);
    return holdsFairRun(notEnded);
  }

  private boolean holdsFairRun(BitSet part) {
    close(part);
    List<BitSet> components = new ArrayList<>();
    for (int state = part.nextSetBit(0); state >= 0; state = part.nextSetBit(state + 1)) {
      BitSet component = new BitSet();
      for (int other = 0; other < reach.length; other++) {
        component.set(other, reach[state].get(other) && reach[other].get(state));
      }
      if (component.nextSetBit(0) == state) {
        components.add(component);
      }
    }
    return components.stream().anyMatch(this::isOrHoldsFairRun);
  }

  private boolean isOrHoldsFairRun(BitSet component) {
    long wronged = wronged(component);
    BitSet rest = new BitSet();
    component.stream().filter(state -> (wronged & ~excused[state]) == 0).forEach(rest::set);
    return wronged == 0 || (!rest.isEmpty() && holdsFairRun(rest));
  }

  /**
   * Actions that a run wrongs that visits just these states for ever and takes just these actions.
   */
  long wronged(BitSet part, long taken) {
    long asking = 0;
    long refused = 0;
    for (int state : part.stream().toArray()) {
      asking |= ~excused[state];
      refused |= ~(excused[state] | enabled[state]);
    }
    return asking & ~refused & ~taken & ~system.optional();
  }

  /**
   * Actions that a run wrongs that visits just these states for ever and takes every step between.
   */
  private long wronged(BitSet part) {
    long taken = 0;
    for (int state : part.stream().toArray()) {
      for (Change change : changes.get(state)) {
        taken |= part.get(change.to()) ? 1L << change.action() : 0;
      }
    }
    return wronged(part, taken);
  }

  /**
   * Whether a fair run can go on for ever, judged by trying every set of states that it could visit
   * for ever. Only for few states.
   */
  boolean livelockByTryingAllSets() {
    for (long set = 1; set < 1L << states.size(); set++) {
      BitSet part = BitSet.valueOf(new long[] {set});
      boolean ends = part.stream().anyMatch(state -> system.ended(states.get(state)));
      if (!ends && wronged(part) == 0) {
        close(part);
        if (part.stream().allMatch(state -> reach[state].equals(part))) {
          return true;
        }
      }
    }
    return false;
  }

  private BitSet all() {
    BitSet all = new BitSet();
    all.set(0, states.size());
    return all;
  }

  /** Makes {@code reach} what can be reached by one step or more without leaving a part. */
  private void close(BitSet part) {
    for (int state = 0; state < reach.length; state++) {
      reach[state].clear();
      if (part.get(state)) {
        int from = state;
        changes.get(state).stream()
            .filter(change -> part.get(change.to()))
            .forEach(change -> reach[from].set(change.to()));
      }
    }
    for (int middle = part.nextSetBit(0); middle >= 0; middle = part.nextSetBit(middle + 1)) {
      for (int from = part.nextSetBit(0); from >= 0; from = part.nextSetBit(from + 1)) {
        if (reach[from].get(middle)) {
          reach[from].or(reach[middle]);
        }
      }
    }
  }
}
