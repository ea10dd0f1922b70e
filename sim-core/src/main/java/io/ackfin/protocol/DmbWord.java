package io.ackfin.protocol;

/**
 * The 64-bit word in a core's DATA_MAIN_BASE register: which dispatch to run.
 *
 * <pre>
 *   63                           32 31                            0
 *  +-------------------------------+-------------------------------+
 *  |  doorbell: id of the gated    |  dispatch id, {@link #IDLE}   |
 *  |  dispatch that may start      |  or {@link #EXIT}             |
 *  +-------------------------------+-------------------------------+
 * </pre>
 *
 * The bus moves the word as two 32-bit beats, which a reader may see apart; every dispatch writes
 * the lower half alone. Stateless; any thread.
 */
public final class DmbWord {
  /** Nothing is dispatched. */
  public static final int IDLE = 0x7FFFFFFD;

  /** The core is to leave its loop. */
  public static final int EXIT = 0x7FFFFFF0;

  private static final long LOWER = 0xFFFFFFFFL;

  private DmbWord() {}

  /** The lower half: a dispatch id or a reserved value. */
  public static int id(long word) {
    return (int) word;
  }

  /** The upper half: the id that the doorbell was last rung for. */
  public static int doorbell(long word) {
    return (int) (word >>> Integer.SIZE);
  }

  /** The word with its lower half replaced. */
  public static long withId(long word, int id) {
    return (word & ~LOWER) | (id & LOWER);
  }

  /** The word with its upper half replaced. */
  public static long withDoorbell(long word, int id) {
    return (word & LOWER) | ((long) id << Integer.SIZE);
  }

  /** The lower half as people write it: {@code idle}, {@code exit} or the id. */
  public static String format(int lower) {
    return switch (lower) {
      case IDLE -> "idle";
      case EXIT -> "exit";
      default -> Integer.toString(lower);
    };
  }
}
