package io.ackfin.handshake;

import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;

/**
 * The program of a core: from its state to what it wants, from what it saw to its next state.
 *
 * <pre>
 *   38      33 32      31 30                  0
 *  +----------+---------+--+--------------------+
 *  |   place  | pointer | 0|   id or last id    |
 *  +----------+---------+--+--------------------+
 * </pre>
 *
 * While the core polls, the id is that of the last dispatch (or idle); from the read that found a
 * new one it is that one, which the end of the kernel makes the last. Stateless; any thread.
 */
public final class CoreProgram {
  private static final long ID = 0x7FFFFFFFL;
  private static final long POINTER = 1L << 32;
  private static final int PLACE_SHIFT = 33;
  private static final CoreOperation[] OPERATIONS = CoreOperation.values();

  private CoreProgram() {}

  /** The state of a core when the chip is switched on. */
  public static long start(Tables tables) {
    return at(tables.coreEntry().ordinal(), DmbWord.IDLE);
  }

  /** What is done next; devices price it. */
  public static CoreOperation operation(Tables tables, long state) {
    return OPERATIONS[tables.coreOperations[place(state)]];
  }

  /** What the core wants next. */
  public static long access(Tables tables, long state) {
    CoreOperation operation = operation(tables, state);
    return Access.of(operation.kind(), operation.location(), value(operation, state));
  }

  /**
   * The next state after the wanted access was performed.
   *
   * @param seen what a load gave: of a payload, only for {@link CoreOperation#READ_GATE}, whether
   *     it is gated (not 0); of {@link Location#DMB_BOTH} the whole word; ignored where nothing was
   *     loaded
   * @return the next state; the same one if the core waits
   */
  public static long after(Tables tables, long state, long seen) {
    return switch (operation(tables, state)) {
      case AWAIT_CALL, AWAIT_WINDOW, AWAIT_DMB_OPEN -> seen == 0 ? state : next(tables, state);
      case READ_DMB -> afterPoll(tables, state, (int) seen);
      case READ_POINTER -> next(tables, withPointer(state, (seen & 1) != 0));
      case DERIVE_POINTER -> next(tables, withPointer(state, (state & 1) != 0));
      case READ_GATE -> seen == 0 ? alternative(tables, state) : next(tables, state);
      case AWAIT_BELL -> afterBell(tables, state, seen);
      case END_KERNEL -> next(tables, tables.keepsPointer ? state : withPointer(state, false));
      case LOOK_BEHIND ->
          (int) seen == id(state) || (int) seen == DmbWord.IDLE
              ? alternative(tables, state)
              : next(tables, state);
      case STOP -> state;
      case REPORT,
          WRITE_IDLE,
          SAY_DONE,
          INVALIDATE_ALL,
          INVALIDATE_PAYLOAD,
          INVALIDATE_HANK,
          KEEP_POINTER,
          WRITE_ACK,
          START_KERNEL,
          PUBLISH_OUTPUT,
          WRITE_FIN,
          WRITE_EXITED ->
          next(tables, state);
    };
  }

  /** The id that the core handles, or the last one while it polls. */
  public static int id(long state) {
    return (int) (state & ID);
  }

  /** The slot that the core believes its payload to be in. */
  public static int pointer(long state) {
    return (state & POINTER) == 0 ? 0 : 1;
  }

  /** The position of the place in the program, for readers that count. */
  public static int position(long state) {
    return place(state);
  }

  /** Whether the core has left its loop. */
  public static boolean halted(Tables tables, long state) {
    return operation(tables, state) == CoreOperation.STOP;
  }

  private static int value(CoreOperation operation, long state) {
    return switch (operation) {
      case WRITE_IDLE -> CondWord.CORE_IDLE;
      case WRITE_ACK -> CondWord.ack(id(state));
      case WRITE_FIN -> CondWord.fin(id(state));
      case WRITE_EXITED -> CondWord.CORE_EXITED;
      case START_KERNEL, END_KERNEL, READ_GATE -> pointer(state);
      case INVALIDATE_ALL -> Access.LINE_HANK | Access.LINE_PAYLOAD;
      case INVALIDATE_PAYLOAD -> Access.LINE_PAYLOAD;
      case INVALIDATE_HANK -> Access.LINE_HANK;
      case REPORT, SAY_DONE -> 1;
      case AWAIT_CALL,
          AWAIT_WINDOW,
          AWAIT_DMB_OPEN,
          READ_DMB,
          READ_POINTER,
          DERIVE_POINTER,
          KEEP_POINTER,
          PUBLISH_OUTPUT,
          LOOK_BEHIND,
          AWAIT_BELL,
          STOP ->
          0;
    };
  }

  private static long afterPoll(Tables tables, long state, int seen) {
    if (seen == DmbWord.EXIT) {
      return leaving(tables, state);
    }
    if (seen == DmbWord.IDLE || seen == id(state)) {
      return state;
    }
    return next(tables, (state & ~ID) | (seen & ID));
  }

  /** Exit comes first: whoever rang may have stopped since. */
  private static long afterBell(Tables tables, long state, long seen) {
    if (DmbWord.id(seen) == DmbWord.EXIT) {
      return leaving(tables, state);
    }
    return DmbWord.doorbell(seen) == id(state) ? next(tables, state) : state;
  }

  /** At the alternative, with nothing left of the dispatch. */
  private static long leaving(Tables tables, long state) {
    return at(tables.coreAlternatives[place(state)], 0);
  }

  private static long withPointer(long state, boolean slotOne) {
    return slotOne ? state | POINTER : state & ~POINTER;
  }

  private static long next(Tables tables, long state) {
    return moved(state, tables.coreNexts[place(state)]);
  }

  private static long alternative(Tables tables, long state) {
    return moved(state, tables.coreAlternatives[place(state)]);
  }

  private static int place(long state) {
    return (int) (state >>> PLACE_SHIFT);
  }

  private static long at(int place, int id) {
    return ((long) place << PLACE_SHIFT) | id;
  }

  private static long moved(long state, int place) {
    return (state & (ID | POINTER)) | ((long) place << PLACE_SHIFT);
  }
}
