package io.ackfin.verify;

import io.ackfin.handshake.Tables;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.Invariant;
import io.ackfin.verify.naive.NaiveExplorer;
import io.ackfin.verify.naive.Result;
import java.nio.LongBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the packed explorer and the naive one find in one system, side by side: every situation, as
 * text; what breaks, and how far away; how often each step leads where; what occurs.
 */
final class Agreement {
  private static final String DEADLOCK = "nothing ";

  private final boolean foreign;
  private final HandshakeSystem system;
  private final Answer packed;
  private final Result naive;

  private Agreement(boolean foreign, HandshakeSystem system, Answer packed, Result naive) {
    this.foreign = foreign;
    this.system = system;
    this.packed = packed;
    this.naive = naive;
  }

  /**
   * Explores a system in both ways.
   *
   * @param most the most situations that are worth it
   * @return null if the system has more
   */
  static Agreement of(BoundedSystem bounded, int most) {
    HandshakeSystem system = new HandshakeSystem(bounded);
    Answer packed = explore(system, most);
    return packed.unfinished().isEmpty()
        ? new Agreement(false, system, packed, NaiveExplorer.explore(bounded))
        : null;
  }

  /**
   * The same with tables that are not those of the system's protocol.
   *
   * @return null also if a thread stores more than there is room for, since the naive explorer has
   *     room without end
   */
  static Agreement of(BoundedSystem bounded, Tables tables, int most) {
    HandshakeSystem system = foreign(bounded, tables);
    Answer packed = explore(system, most);
    return packed.unfinished().isEmpty() && situations(system).noneMatch(at -> isFull(system, at))
        ? new Agreement(true, system, packed, NaiveExplorer.explore(bounded, tables, most))
        : null;
  }

  /** A system with tables that are not those of its protocol, which may leave any line. */
  static HandshakeSystem foreign(BoundedSystem bounded, Tables tables) {
    return new HandshakeSystem(bounded, tables, Features.of(bounded).withCaches());
  }

  private static Answer explore(HandshakeSystem system, int most) {
    ExplorerOptions options = new ExplorerOptions(most, 1L << 28, false, false);
    return Explorer.explore(system, options, SearchWatcher.none());
  }

  private static boolean isFull(HandshakeSystem system, long[] situation) {
    for (StoreQueue queue : system.parts().layout().queues) {
      if (queue.words() > 0 && !queue.hasRoom(situation)) {
        return true;
      }
    }
    return false;
  }

  Answer packed() {
    return packed;
  }

  /** Where they do not agree, the first difference of each kind; empty if they do. */
  List<String> differences() {
    List<String> differences = new ArrayList<>();
    Set<String> texts =
        situations(system)
            .map(situation -> PackedKey.of(system.parts(), situation))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    compare("situations", texts, naive.situations(), differences);
    compareWays(differences);
    compare("reached", reached(), naive.reached(), differences);
    compare("inputs", packed.reached().inputs().keySet(), naiveInputs(), differences);
    return differences;
  }

  private static void compare(String what, Object mine, Object other, List<String> into) {
    if (!mine.equals(other)) {
      into.add(what + ": packed " + mine + ", naive " + other);
    }
  }

  private static void compare(
      String what, Set<String> mine, Set<String> other, List<String> differences) {
    if (!mine.equals(other)) {
      differences.add(
          String.format(
              Locale.ROOT,
              "%s: packed %d, naive %d%nonly packed, %s%nonly naive, %s",
              what,
              mine.size(),
              other.size(),
              extra(mine, other),
              extra(other, mine)));
    }
  }

  private static String extra(Set<String> one, Set<String> other) {
    List<String> extra = one.stream().filter(text -> !other.contains(text)).toList();
    return extra.size() + extra.stream().findFirst().map(first -> ":\n" + first).orElse("");
  }

  /** Every situation of a packed system, found by nothing but its steps. */
  static Stream<long[]> situations(HandshakeSystem system) {
    Set<LongBuffer> seen = new LinkedHashSet<>();
    Queue<long[]> open = new ArrayDeque<>();
    long[] initial = new long[system.words()];
    system.initial(initial);
    open.add(initial);
    seen.add(LongBuffer.wrap(initial));
    while (!open.isEmpty()) {
      system.successors(
          open.remove(),
          (move, action, broken, noted, to) -> {
            if (!seen.contains(LongBuffer.wrap(to))) {
              long[] copy = to.clone();
              seen.add(LongBuffer.wrap(copy));
              open.add(copy);
            }
          });
    }
    return seen.stream().map(LongBuffer::array);
  }

  /**
   * How far away each violation is. Of several reasons for no progress the packed explorer tells a
   * deadlock, and of a livelock the nearest situation that a fair run can come back to; the naive
   * one tells what is nearest, and of a livelock the nearest situation of all. So only two
   * deadlocks have to be equally far away.
   */
  private void compareWays(List<String> differences) {
    Map<Invariant, Integer> mine = new TreeMap<>();
    packed.violated().forEach(way -> mine.put(way.invariant(), way.steps().size()));
    Map<Invariant, Integer> other = new TreeMap<>();
    naive.violated().forEach((invariant, way) -> other.put(invariant, way.steps().size()));
    Counterexample stuck = naive.violated().get(Invariant.PROGRESS);
    if (stuck != null && (foreign || !stuck.reason().startsWith(DEADLOCK))) {
      mine.computeIfPresent(
          Invariant.PROGRESS,
          (progress, steps) -> steps >= stuck.steps().size() ? stuck.steps().size() : steps);
    }
    compare("violated", mine, other, differences);
  }

  private Set<String> reached() {
    Reached reached = packed.reached();
    Set<String> names = new TreeSet<>();
    reached
        .cases()
        .forEach(
            (taken, times) -> {
              if (times > 0) {
                names.add(taken == CompletionCase.NONE ? "none" : taken.name());
              }
            });
    if (reached.guardWaits() > 0) {
      names.add("guardWait");
    }
    if (reached.finSkips() > 0) {
      names.add("finSkip");
    }
    if (reached.aborts() > 0) {
      names.add("abort");
    }
    return names;
  }

  /** The inputs of the completion table in the packed explorer's words. */
  private Set<String> naiveInputs() {
    return naive.inputs().keySet().stream()
        .map(
            input -> {
              int comma = input.indexOf(", ");
              String whose = input.substring(0, comma);
              String seen = whose.replace("of another", "of another id");
              return input.substring(comma + 2)
                  + ": "
                  + seen.replaceAll("of the (\\w+)", "of the $1 one");
            })
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
