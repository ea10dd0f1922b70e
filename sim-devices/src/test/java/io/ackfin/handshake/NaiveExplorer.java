package io.ackfin.handshake;

import io.ackfin.handshake.Situation.Cell;
import io.ackfin.handshake.Situation.Mark;
import io.ackfin.handshake.Situation.Word;
import io.ackfin.protocol.Invariant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Walks the tables in every order that one scheduler thread, one core and the memory between them
 * can take, breadth first, and says which invariants can break. All tasks are ready from the start
 * and may be dispatched at any time. It goes on where something broke, so that the answer holds
 * every consequence; PROGRESS is what the situations lack from which no end can be reached.
 */
final class NaiveExplorer {
  /**
   * What is explored.
   *
   * @param tables the handshake
   * @param memory the order of the thread's stores
   * @param tasks how many tasks there are
   * @param paths which ways may put a task behind a running one
   * @param stop who may stop the run, at any moment
   */
  record Search(Tables tables, MemoryMode memory, int tasks, PendingDispatch paths, Stop stop) {
    static Search of(Protocol protocol, MemoryMode memory, int tasks) {
      return new Search(protocol.tables(), memory, tasks, PendingDispatch.BOTH, Stop.NEVER);
    }

    Search by(PendingDispatch otherPaths) {
      return new Search(tables, memory, tasks, otherPaths, stop);
    }

    Search stopped(Stop otherStop) {
      return new Search(tables, memory, tasks, paths, otherStop);
    }
  }

  /** Who may stop a run before all tasks are complete; the thread then only exits its core. */
  enum Stop {
    NEVER,
    /** The thread itself. */
    BY_OWNER,
    /** Another thread, which writes exit to a core that is not its own. */
    BY_ANOTHER
  }

  /**
   * What was found.
   *
   * @param violated each invariant that can break, with the shortest way there
   * @param states how many situations can be reached
   * @param reached cases A to D, {@code guardWait}, {@code finSkip}, {@code abort}, if they occur
   */
  record Result(Map<Invariant, List<String>> violated, int states, Set<String> reached) {}

  /** More situations than any honest table has here; a faulty one may store without end. */
  private static final int LIMIT = 100_000;

  /** How a situation was first reached. */
  private record Origin(int from, String line) {}

  private final Search search;
  private final Tables tables;
  private final Map<Situation, Integer> numbers = new HashMap<>();
  private final List<Situation> situations = new ArrayList<>();
  private final List<Origin> origins = new ArrayList<>();
  private final List<int[]> successors = new ArrayList<>();
  private final Map<Invariant, List<String>> violated = new EnumMap<>(Invariant.class);
  private final Set<String> reached = new TreeSet<>();

  private NaiveExplorer(Search search) {
    this.search = search;
    tables = search.tables();
  }

  static Result explore(Search search) {
    return new NaiveExplorer(search).explore();
  }

  private Result explore() {
    number(Situation.initial(tables), new Origin(-1, ""));
    for (int at = 0; at < situations.size(); at++) {
      successors.add(expand(at));
      if (situations.size() > LIMIT) {
        throw new IllegalStateException("not finished: " + situations.size() + " situations");
      }
    }
    checkProgress();
    return new Result(violated, situations.size(), reached);
  }

  private int[] expand(int at) {
    List<Turn> turns = turns(situations.get(at));
    int[] next = new int[turns.size()];
    for (int i = 0; i < next.length; i++) {
      Turn turn = turns.get(i);
      reached.addAll(turn.reached());
      for (Invariant invariant : turn.broken()) {
        violated.computeIfAbsent(invariant, broken -> wayTo(at, turn.line()));
      }
      next[i] = number(turn.situation(), new Origin(at, turn.line()));
    }
    return next;
  }

  private int number(Situation situation, Origin origin) {
    Integer known = numbers.putIfAbsent(situation, situations.size());
    if (known != null) {
      return known;
    }
    situations.add(situation);
    origins.add(origin);
    return situations.size() - 1;
  }

  private List<Turn> turns(Situation now) {
    List<Turn> turns = new ArrayList<>();
    for (Word seen : coreMaySee(now)) {
      turns.add(turn(now).core(seen));
    }
    for (long begun : threadMayDo(now)) {
      turns.add(turn(now).thread(begun));
    }
    for (int i = 0; i < now.posted().size(); i++) {
      if (mayArrive(now, i)) {
        turns.add(turn(now).arrive(i));
      }
    }
    if (search.stop() != Stop.NEVER && !now.stopping() && !now.closed()) {
      turns.add(turn(now).stop(search.stop()));
    }
    return turns;
  }

  private Turn turn(Situation now) {
    return new Turn(tables, search.memory(), now);
  }

  /**
   * What the core's next step may read: a cached copy, or memory, as a line may be evicted; or the
   * one thing that it writes.
   */
  private List<Word> coreMaySee(Situation now) {
    if (CoreProgram.halted(tables, now.core())) {
      return List.of();
    }
    long access = CoreProgram.access(tables, now.core());
    if (Access.kind(access) != AccessKind.LOAD) {
      return List.of(new Word(Access.value(access), 0));
    }
    Cell cell = Cell.of(access);
    Word fresh = now.memory().get(cell);
    Word copy = now.cached().getOrDefault(cell, fresh);
    return copy.equals(fresh) ? List.of(fresh) : List.of(fresh, copy);
  }

  /** The states that the thread may take its next step from: its own, or that of a new program. */
  private List<Long> threadMayDo(Situation now) {
    if (SchedulerProgram.home(now.thread())) {
      return choices(now);
    }
    boolean barrier =
        SchedulerProgram.operation(tables, now.thread()) == SchedulerOperation.FENCE
            && search.memory() == MemoryMode.RELAXED;
    return barrier && !now.posted().isEmpty() ? List.of() : List.of(now.thread());
  }

  private List<Long> choices(Situation now) {
    long book = now.book();
    if (now.closed()) {
      return List.of();
    }
    if (now.stopping()) {
      return List.of(SchedulerProgram.beginExit(book));
    }
    if (SchedulerProgram.effect(now.thread()) == Effect.MAY_FILL) {
      return List.of(SchedulerProgram.beginDispatch(book));
    }
    List<Long> choices = new ArrayList<>();
    if (Book.busy(book)) {
      choices.add(SchedulerProgram.beginPoll(book));
    } else if (now.with(Mark.COMPLETED) == (2 << search.tasks()) - 2) {
      choices.add(SchedulerProgram.beginExit(book));
    }
    if (now.dispatched() < search.tasks()) {
      addDispatches(choices, book);
    }
    return choices;
  }

  private void addDispatches(List<Long> choices, long book) {
    Room room = Book.room(book);
    boolean behind = room == Room.PENDING_FREE;
    if (room == Room.IDLE || (behind && search.paths() != PendingDispatch.SKIP)) {
      choices.add(SchedulerProgram.beginDispatch(book));
    }
    if (behind && search.paths() != PendingDispatch.SPIN) {
      choices.add(SchedulerProgram.beginLook(book));
    }
  }

  private boolean mayArrive(Situation now, int position) {
    if (search.memory() == MemoryMode.FIFO) {
      return position == 0;
    }
    return now.posted().subList(0, position).stream()
        .noneMatch(earlier -> earlier.holdsBack(now.posted().get(position)));
  }

  /** Something always moves: an end can be reached from everywhere. */
  private void checkProgress() {
    boolean[] ends = new boolean[situations.size()];
    boolean grew = true;
    while (grew) {
      grew = false;
      for (int at = ends.length - 1; at >= 0; at--) {
        if (!ends[at] && (isEnd(situations.get(at)) || anyOf(ends, successors.get(at)))) {
          ends[at] = true;
          grew = true;
        }
      }
    }
    for (int at = 0; at < ends.length; at++) {
      if (!ends[at]) {
        int stuck = at;
        violated.computeIfAbsent(
            Invariant.PROGRESS, broken -> wayTo(stuck, "and from here no end can be reached"));
      }
    }
  }

  /** The thread closes a core only when it is told to stop or believes all tasks completed. */
  private boolean isEnd(Situation situation) {
    return situation.closed() && CoreProgram.halted(tables, situation.core());
  }

  private static boolean anyOf(boolean[] marked, int[] positions) {
    for (int position : positions) {
      if (marked[position]) {
        return true;
      }
    }
    return false;
  }

  private List<String> wayTo(int situation, String last) {
    List<String> lines = new ArrayList<>();
    lines.add(last);
    for (int at = situation; at > 0; at = origins.get(at).from()) {
      lines.add(origins.get(at).line());
    }
    Collections.reverse(lines);
    return lines;
  }
}
