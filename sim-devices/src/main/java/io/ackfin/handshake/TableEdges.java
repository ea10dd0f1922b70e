package io.ackfin.handshake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which row can follow which in the programs of a variant, for readers that count what was taken.
 * Only rows that a program can reach count; a wait that goes on is no edge. Stateless; any thread.
 */
public final class TableEdges {
  /**
   * One row after another.
   *
   * @param from the position of the first, as {@link CoreProgram#position} or {@link
   *     SchedulerProgram#position} has it
   * @param to the position of the row after it
   * @param name both by name, such as {@code BEHIND -> FIN}
   */
  public record Edge(int from, int to, String name) {}

  private static final CoreRow[] CORE_ROWS = CoreRow.values();
  private static final SchedulerRow[] SCHEDULER_ROWS = SchedulerRow.values();

  private static final List<SchedulerRow> BEGINNINGS =
      List.of(
          SchedulerRow.BUILD,
          SchedulerRow.POLL,
          SchedulerRow.LOOK,
          SchedulerRow.EXIT,
          SchedulerRow.EMERGENCY,
          SchedulerRow.RING);

  private TableEdges() {}

  /** How many positions a core's program has at most. */
  public static int corePlaces() {
    return CORE_ROWS.length;
  }

  /** How many positions a scheduler's programs have at most. */
  public static int schedulerPlaces() {
    return SCHEDULER_ROWS.length;
  }

  /** The edges of the core's program, by position. */
  public static List<Edge> ofCore(Tables tables) {
    int entry = tables.coreEntry().ordinal();
    return edges(List.of(entry), tables.coreNexts, tables.coreAlternatives, CORE_ROWS);
  }

  /** The edges of the scheduler's programs, by position; the choice of a program is one. */
  public static List<Edge> ofScheduler(Tables tables) {
    List<Integer> beginnings = new ArrayList<>();
    if (tables.schedulerEntry() != SchedulerRow.HOME) {
      beginnings.add(tables.schedulerEntry().ordinal());
    }
    for (SchedulerRow row : BEGINNINGS) {
      // A place without a row does what home does.
      if (tables.schedulerOperations[row.ordinal()] != SchedulerOperation.HOME.ordinal()) {
        beginnings.add(row.ordinal());
      }
    }
    int home = SchedulerRow.HOME.ordinal();
    List<Edge> edges = new ArrayList<>();
    beginnings.forEach(first -> edges.add(edge(home, first, SCHEDULER_ROWS)));
    edges.addAll(
        edges(beginnings, tables.schedulerNexts, tables.schedulerAlternatives, SCHEDULER_ROWS));
    return edges;
  }

  private static List<Edge> edges(
      List<Integer> beginnings, byte[] nexts, byte[] alternatives, Enum<?>[] rows) {
    BitSet reached = new BitSet();
    beginnings.forEach(reached::set);
    int known;
    do {
      known = reached.cardinality();
      for (int at = reached.nextSetBit(0); at >= 0; at = reached.nextSetBit(at + 1)) {
        reached.set(nexts[at]);
        reached.set(alternatives[at]);
      }
    } while (reached.cardinality() > known);
    List<Edge> edges = new ArrayList<>();
    for (int at = reached.nextSetBit(0); at >= 0; at = reached.nextSetBit(at + 1)) {
      if (nexts[at] != at) {
        edges.add(edge(at, nexts[at], rows));
      }
      if (alternatives[at] != at && alternatives[at] != nexts[at]) {
        edges.add(edge(at, alternatives[at], rows));
      }
    }
    return edges;
  }

  private static Edge edge(int from, int to, Enum<?>[] rows) {
    return new Edge(from, to, rows[from].name() + " -> " + rows[to].name());
  }
}
