package io.ackfin.handshake;

import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;

/**
 * The programs of a scheduler thread on one core: from state to what it wants, from what it saw to
 * its next state.
 *
 * <pre>
 *   57      50 49    46 45    40 39                          0
 *  +----------+--------+--------+-----------------------------+
 *  |  action  | effect | place  |   the core's {@link Book}   |
 *  +----------+--------+--------+-----------------------------+
 * </pre>
 *
 * A reader joins the core's book with a program by one of the {@code begin} methods, walks it to
 * {@link #home}, takes the {@link #effect} of each step, and parts them again with {@link #book}.
 * Local rows keep the effect of the access before them. {@link #beginRing} and {@link
 * #beginEmergency} are the exceptions: their state holds no book, the former's low 31 bits the id
 * to ring. Stateless; any thread.
 */
public final class SchedulerProgram {
  private static final int PLACE_SHIFT = Book.BITS;
  private static final int EFFECT_SHIFT = 46;
  private static final int ACTION_SHIFT = 50;
  private static final long PLACE = 0x3FL << PLACE_SHIFT;
  private static final long RUNG_ID = 0x7FFFFFFFL;
  private static final long OUTCOME = -1L << EFFECT_SHIFT;
  private static final SchedulerOperation[] OPERATIONS = SchedulerOperation.values();

  private SchedulerProgram() {}

  /** Begins the start-up of a core; at home at once where there is none. */
  public static long beginStartup(Tables tables, long book) {
    return begin(book, tables.schedulerEntry());
  }

  /** Begins the dispatch of one subtask whose producers completed; the book must have room. */
  public static long beginDispatch(long book) {
    return beginDispatch(book, false);
  }

  /**
   * Begins the dispatch of one subtask; the book must have room.
   *
   * @param gated whether the payload says that the subtask is gated, which needs tables with early
   *     staging; the book remembers it while the dispatch is pending
   */
  public static long beginDispatch(long book, boolean gated) {
    return begin(gated ? book | Book.GATED : book, SchedulerRow.BUILD);
  }

  /** Begins a poll of a core that is believed to run something. */
  public static long beginPoll(long book) {
    return begin(book, SchedulerRow.POLL);
  }

  /** Begins the look whether a task may be put behind the running one. */
  public static long beginLook(long book) {
    return begin(book, SchedulerRow.LOOK);
  }

  /** The owner begins telling a core to leave its loop, and to close it. */
  public static long beginExit(long book) {
    return begin(book, SchedulerRow.EXIT);
  }

  /**
   * Another thread begins telling a core to leave its loop. That is all it does: it waits for no
   * answer and closes nothing, and it has no book, so the state must never be taken for one.
   */
  public static long beginEmergency() {
    return begin(0, SchedulerRow.EMERGENCY);
  }

  /**
   * Begins to ring a gated dispatch's doorbell; needs tables with early staging. Any thread may
   * ring, whoever owns the core, so the state holds no book and must never be taken for one.
   *
   * @param id the dispatch that may start, 0 to 0x7FFFFFFF
   */
  public static long beginRing(int id) {
    return begin(id & RUNG_ID, SchedulerRow.RING);
  }

  /** The core's book. */
  public static long book(long state) {
    return state & Book.MASK;
  }

  /** The position of the place in the program, 0 at home, for readers that pack states tighter. */
  public static int position(long state) {
    return place(state);
  }

  /** The state at a position, with a book and without an effect; see {@link #position}. */
  public static long at(long book, int position) {
    return book | ((long) position << PLACE_SHIFT);
  }

  /**
   * With {@link Effect#POLLED}: which entry of the completion table a poll looks up.
   *
   * @param cond what it saw in COND
   * @return 0 to {@link Completion#INPUTS} - 1
   */
  public static int completionInput(Tables tables, long book, int cond) {
    return Completion.inputOf(tables.ids(), book, cond);
  }

  /** Whether the program has ended. */
  public static boolean home(long state) {
    return place(state) == SchedulerRow.HOME.ordinal();
  }

  /** What the last step meant. */
  public static Effect effect(long state) {
    return Effect.of((int) (state >>> EFFECT_SHIFT) & 0xF);
  }

  /** With {@link Effect#POLLED}: the completion action; see {@link Completion}. */
  public static int action(long state) {
    return (int) (state >>> ACTION_SHIFT) & 0xFF;
  }

  /** What is done next; devices price it. */
  public static SchedulerOperation operation(Tables tables, long state) {
    return OPERATIONS[tables.schedulerOperations[place(state)]];
  }

  /** What the thread wants next. */
  public static long access(Tables tables, long state) {
    SchedulerOperation operation = operation(tables, state);
    return Access.of(operation.kind(), operation.location(), value(operation, state));
  }

  /**
   * The next state after the wanted access was performed.
   *
   * @param seen what a load gave as an unsigned 32-bit word, since a sign extended from FIN would
   *     read as {@link Access#WAIT_ENDS}, which is added if the wait is to end; ignored otherwise
   * @return the next state; the same one if the thread waits
   */
  public static long after(Tables tables, long state, long seen) {
    SchedulerOperation operation = operation(tables, state);
    return operation.kind() == AccessKind.LOCAL
        ? afterLocal(tables, operation, state)
        : afterAccess(tables, operation, state & ~OUTCOME, seen);
  }

  private static long afterAccess(
      Tables tables, SchedulerOperation operation, long state, long seen) {
    return switch (operation) {
      case HOME -> state;
      case AWAIT_REPORT, AWAIT_DONE -> seen == 0 ? state : next(tables, state);
      case BUILD_PAYLOAD -> Book.busy(state) ? alternative(tables, state) : next(tables, state);
      case AWAIT_RUNNING ->
          CondWord.id((int) seen) == Book.runningId(tables.ids(), book(state))
              ? next(tables, state)
              : ending(tables, state, seen);
      case AWAIT_EXITED ->
          (int) seen == CondWord.CORE_EXITED ? next(tables, state) : ending(tables, state, seen);
      case STORE_ID -> {
        long taken = Book.taken(tables.ids(), book(state));
        yield with(Effect.DISPATCHED, 0, next(tables, (state & ~Book.MASK) | taken));
      }
      case STORE_BELL -> with(Effect.RUNG, 0, next(tables, state & ~Book.MASK));
      case APPLY_COND -> {
        int action = tables.completion().lookUp(tables.ids(), book(state), (int) seen);
        long applied = Completion.apply(book(state), action);
        yield with(Effect.POLLED, action, next(tables, (state & ~Book.MASK) | applied));
      }
      case LOOK_AT_COND -> {
        boolean acknowledged =
            (int) seen == CondWord.ack(Book.runningId(tables.ids(), book(state)));
        Effect effect = acknowledged ? Effect.MAY_FILL : Effect.MAY_NOT_FILL;
        yield with(effect, 0, next(tables, state));
      }
      default -> next(tables, state);
    };
  }

  private static long afterLocal(Tables tables, SchedulerOperation operation, long state) {
    long moved = next(tables, state);
    return switch (operation) {
      case FLIP_SLOT -> moved ^ Book.SLOT;
      case FOLLOW_ID -> (Book.nextId(state) & 1) == 0 ? moved & ~Book.SLOT : moved | Book.SLOT;
      case CLOSE_PENDING -> moved | Book.CLOSED;
      case SAY_STARTED -> with(Effect.STARTED, 0, moved);
      case GIVE_UP -> with(Effect.ABORTED, 0, moved & ~Book.GATED);
      case SAY_CLOSED -> with(Effect.CLOSED, 0, moved);
      case SAY_EXPIRED -> with(Effect.EXPIRED, 0, moved);
      default -> throw new IllegalStateException(operation + " is not local");
    };
  }

  private static int value(SchedulerOperation operation, long state) {
    return switch (operation) {
      case BUILD_PAYLOAD, STORE_POINTER -> Book.slot(state);
      case STORE_ID -> Book.nextId(state);
      case STORE_BELL -> (int) (state & RUNG_ID);
      case STORE_IDLE -> DmbWord.IDLE;
      case STORE_EXIT -> DmbWord.EXIT;
      case CALL, OPEN_WINDOW, SAY_OPEN -> 1;
      default -> 0;
    };
  }

  /** A wait that something else than its answer ends; without such an exit it goes on. */
  private static long ending(Tables tables, long state, long seen) {
    return (seen & Access.WAIT_ENDS) == 0 ? state : alternative(tables, state);
  }

  private static long begin(long book, SchedulerRow row) {
    return book | ((long) row.ordinal() << PLACE_SHIFT);
  }

  private static long with(Effect effect, int action, long state) {
    return state | (long) effect.ordinal() << EFFECT_SHIFT | (long) action << ACTION_SHIFT;
  }

  private static int place(long state) {
    return (int) ((state & PLACE) >>> PLACE_SHIFT);
  }

  private static long next(Tables tables, long state) {
    return (state & ~PLACE) | ((long) tables.schedulerNexts[place(state)] << PLACE_SHIFT);
  }

  private static long alternative(Tables tables, long state) {
    return (state & ~PLACE) | ((long) tables.schedulerAlternatives[place(state)] << PLACE_SHIFT);
  }
}
