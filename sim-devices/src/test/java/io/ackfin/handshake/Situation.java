package io.ackfin.handshake;

import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One situation of a scheduler thread, its one core and the memory between them: all that decides
 * what may happen next, and what has happened so far as far as the invariants ask for it. Immutable
 * by agreement: {@link Turn} copies what it changes.
 *
 * <p>Tasks are numbered from 1 in the order of their dispatch; 0 is "no task".
 *
 * @param core the state of the core's program
 * @param thread the state of the thread's program and the core's book
 * @param stopping the run is being stopped
 * @param closed the thread has closed the core
 * @param memory what is visible in every place
 * @param cached the lines that the core holds a copy of
 * @param posted the thread's stores that are not visible yet, oldest first
 * @param dispatched how many tasks were dispatched
 * @param handling the task whose dispatch the core took up last
 * @param records the tasks in the core's two records
 * @param marks what is true of which tasks: a set of tasks, as bits, for each mark
 */
record Situation(
    long core,
    long thread,
    boolean stopping,
    boolean closed,
    Map<Cell, Word> memory,
    Map<Cell, Word> cached,
    List<Store> posted,
    int dispatched,
    int handling,
    List<Integer> records,
    Map<Mark, Integer> marks) {

  /** What can be true of a task. */
  enum Mark {
    /** Its payload was built in slot 1, not 0. */
    IN_SLOT_ONE,
    /** Its id was visible in DMB. */
    PUBLISHED,
    STARTED,
    ENDED,
    /** The output of its kernel is visible. */
    OUTPUT,
    COMPLETED
  }

  /** A place in memory. */
  enum Cell {
    DMB,
    COND,
    WINDOW,
    HANK,
    PAYLOAD_0,
    PAYLOAD_1,
    AICPU_READY,
    CORE_REPORT,
    WINDOW_SAID,
    AICORE_DONE;

    static Cell of(long access) {
      return switch (Access.location(access)) {
        case DMB -> DMB;
        case COND -> COND;
        case WINDOW -> WINDOW;
        case HANK -> HANK;
        case PAYLOAD -> Access.value(access) == 0 ? PAYLOAD_0 : PAYLOAD_1;
        case AICPU_READY -> AICPU_READY;
        case CORE_REPORT -> CORE_REPORT;
        case WINDOW_SAID -> WINDOW_SAID;
        case AICORE_DONE -> AICORE_DONE;
        case NONE, CACHE, OUTPUT, BELL, DMB_BOTH -> throw new IllegalArgumentException("no cell");
      };
    }

    boolean isRegister() {
      return this == DMB || this == COND || this == WINDOW;
    }

    boolean isPayload() {
      return this == PAYLOAD_0 || this == PAYLOAD_1;
    }

    /** The line that the core reads this place through, as an access names it; 0 for none. */
    int line() {
      if (isPayload()) {
        return Access.LINE_PAYLOAD;
      }
      return this == HANK ? Access.LINE_HANK : 0;
    }
  }

  /**
   * What stands in a cell: the value that programs see, and the task it belongs to, which they do
   * not see: of a payload that which it was built for, of DMB that which was dispatched.
   */
  record Word(int value, int task) {
    static final Word ZERO = new Word(0, 0);

    /** The access that reads or writes this word, as people write it. */
    String in(long access) {
      return switch (Access.kind(access)) {
        case LOAD -> Cell.of(access) + " = " + in(Cell.of(access));
        case STORE -> Cell.of(access) + " := " + in(Cell.of(access));
        case BARRIER, LOCAL, HOME, HALT -> "";
      };
    }

    String in(Cell cell) {
      return switch (cell) {
        case COND -> CondWord.format(value);
        case DMB -> DmbWord.format(value);
        case PAYLOAD_0, PAYLOAD_1 -> task == 0 ? "unbuilt" : "task " + task;
        default -> Integer.toString(value);
      };
    }
  }

  /** A store on its way. */
  record Store(Cell cell, Word word) {
    /** Whether {@code later} may not become visible before this one in relaxed memory. */
    boolean holdsBack(Store later) {
      return cell == later.cell || (cell.isRegister() && later.cell.isRegister());
    }
  }

  /** Before anything happened. */
  static Situation initial(Tables tables) {
    Map<Cell, Word> memory = new EnumMap<>(Cell.class);
    for (Cell cell : Cell.values()) {
      memory.put(cell, Word.ZERO);
    }
    long thread = SchedulerProgram.beginStartup(tables, Book.initial(tables));
    if (SchedulerProgram.home(thread)) {
      memory.put(Cell.DMB, new Word(DmbWord.IDLE, 0));
      memory.put(Cell.COND, new Word(CondWord.CORE_IDLE, 0));
    } else {
      // Start-up has to make it 0; whoever reads it too early shall notice.
      memory.put(Cell.HANK, new Word(1, 0));
    }
    Map<Mark, Integer> marks = new EnumMap<>(Mark.class);
    for (Mark mark : Mark.values()) {
      marks.put(mark, 0);
    }
    return new Situation(
        CoreProgram.start(tables),
        thread,
        false,
        false,
        memory,
        new EnumMap<>(Cell.class),
        List.of(),
        0,
        0,
        List.of(0, 0),
        marks);
  }

  long book() {
    return SchedulerProgram.book(thread);
  }

  /** The tasks of which a mark is true. */
  int with(Mark mark) {
    return marks.get(mark);
  }
}
