package io.ackfin.protocol;

/**
 * The 32-bit word in a core's COND register: what the core last acknowledged or finished.
 *
 * <pre>
 *   31    30                                                           0
 *  +-----+--------------------------------------------------------------+
 *  | FIN |                        dispatch id                           |
 *  +-----+--------------------------------------------------------------+
 *   0 = ACK: task received;  1 = FIN: task completed
 * </pre>
 *
 * Words are plain {@code int} values so that they travel without allocation. Stateless; any thread.
 */
public final class CondWord {
  /** Selects the dispatch id. */
  public static final int TASK_ID_MASK = 0x7FFFFFFF;

  /** The state bit: set means FIN. */
  public static final int TASK_STATE = 0x80000000;

  /** What the core writes when start-up is over. */
  public static final int CORE_IDLE = TASK_STATE | 0x7FFFFFFF;

  /** The core's answer to {@link DmbWord#EXIT}. */
  public static final int CORE_EXITED = TASK_STATE | 0x7FFFFFFE;

  private CondWord() {}

  /** The word that says "dispatch {@code id} received". */
  public static int ack(int id) {
    return id & TASK_ID_MASK;
  }

  /** The word that says "dispatch {@code id} completed". */
  public static int fin(int id) {
    return id | TASK_STATE;
  }

  /** The 31-bit dispatch id (or reserved value) in a word. */
  public static int id(int word) {
    return word & TASK_ID_MASK;
  }

  /** Whether the word says FIN. */
  public static boolean isFin(int word) {
    return (word & TASK_STATE) != 0;
  }

  /** The word as people write it: {@code ACK(3)}, {@code FIN(3)}, {@code core idle}. */
  public static String format(int word) {
    return switch (word) {
      case CORE_IDLE -> "core idle";
      case CORE_EXITED -> "core exited";
      default -> (isFin(word) ? "FIN(" : "ACK(") + id(word) + ")";
    };
  }
}
