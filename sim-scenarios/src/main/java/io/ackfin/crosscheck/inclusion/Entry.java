package io.ackfin.crosscheck.inclusion;

import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.protocol.CompletionCase;

/**
 * One recorded access, in one {@code long}, so that recording allocates nothing.
 *
 * <pre>
 *   63       56 55    40 39 38   37       36       35    33  32  31             0
 *  +-----------+--------+--+-----+---------+-------+-------+----+----------------+
 *  | operation |  core  | 0|gated|emergency| ended | case  |slot|      word      |
 *  +-----------+--------+--+-----+---------+-------+-------+----+----------------+
 * </pre>
 *
 * <i>operation</i>: what was done, a {@link CoreOperation} in the sequence of a core and a {@link
 * SchedulerOperation} in that of a thread; <i>core</i>: whose registers and words it concerns, in
 * the sequence of a thread; <i>word</i>: what was stored or what a load saw, of a payload any
 * number that tells it from others (a subtask's number, a checksum), of a gate 1 or 0, of the wait
 * for the doorbell the half of DMB that ended it, which is the bell's id or exit; <i>slot</i>: of a
 * payload; <i>case</i>: what a poll took COND for; <i>ended</i>: a wait ended because the run is
 * stopped or its bound expired; <i>emergency</i>: exit was stored by a thread that told all cores
 * to leave, its own or not; <i>gated</i>: the payload says that its dispatch waits for the
 * doorbell. Stateless; any thread.
 */
public final class Entry {
  /** The greatest core number that fits. */
  public static final int LAST_CORE = 0xFFFF;

  private static final int OPERATION_SHIFT = 56;
  private static final int CORE_SHIFT = 40;
  private static final long GATED = 1L << 38;
  private static final long EMERGENCY = 1L << 37;
  private static final long ENDED = 1L << 36;
  private static final int CASE_SHIFT = 33;
  private static final int SLOT_SHIFT = 32;
  private static final long WORD = 0xFFFFFFFFL;

  private static final CoreOperation[] CORE_OPERATIONS = CoreOperation.values();
  private static final SchedulerOperation[] SCHEDULER_OPERATIONS = SchedulerOperation.values();

  private Entry() {}

  /** A core's load that saw a word or its store of one; the word of anything else is 0. */
  public static long ofCore(CoreOperation operation, int word) {
    return (long) operation.ordinal() << OPERATION_SHIFT | (word & WORD);
  }

  /** A core's load of a payload slot, 0 or 1, that saw a payload. */
  public static long ofCorePayload(CoreOperation operation, int slot, int payload) {
    return ofCore(operation, payload) | (long) slot << SLOT_SHIFT;
  }

  /** A thread's load that saw a word or its store of one. */
  public static long ofThread(int core, SchedulerOperation operation, int word) {
    return (long) operation.ordinal() << OPERATION_SHIFT
        | (long) core << CORE_SHIFT
        | (word & WORD);
  }

  /** A thread's building of a payload in a slot, 0 or 1. */
  public static long payload(int core, int slot, int payload) {
    return ofThread(core, SchedulerOperation.BUILD_PAYLOAD, payload) | (long) slot << SLOT_SHIFT;
  }

  /** A thread's poll that saw a word of COND and changed something by it. */
  public static long poll(int core, int word, CompletionCase by) {
    return ofThread(core, SchedulerOperation.APPLY_COND, word) | (long) by.ordinal() << CASE_SHIFT;
  }

  /** The read of a wait that ended for another reason than what it saw. */
  public static long ended(long entry) {
    return entry | ENDED;
  }

  /** The store of exit by a thread that tells all cores to leave. */
  public static long emergency(long entry) {
    return entry | EMERGENCY;
  }

  /** The building of a payload that says that its dispatch is gated. */
  public static long gated(long entry) {
    return entry | GATED;
  }

  /** What a core did. */
  public static CoreOperation coreOperation(long entry) {
    return CORE_OPERATIONS[(int) (entry >>> OPERATION_SHIFT)];
  }

  /** What a thread did. */
  public static SchedulerOperation schedulerOperation(long entry) {
    return SCHEDULER_OPERATIONS[(int) (entry >>> OPERATION_SHIFT)];
  }

  /** The core that a thread's entry concerns. */
  public static int core(long entry) {
    return (int) (entry >>> CORE_SHIFT) & LAST_CORE;
  }

  /** What was stored or seen. */
  public static int word(long entry) {
    return (int) entry;
  }

  /** The slot, 0 or 1, of a payload. */
  public static int slot(long entry) {
    return (int) (entry >>> SLOT_SHIFT) & 1;
  }

  /** What a poll took COND for. */
  public static CompletionCase caseOf(long entry) {
    return CompletionCase.of((int) (entry >>> CASE_SHIFT) & 7);
  }

  /** Whether the wait ended for another reason than what was seen. */
  public static boolean isEnded(long entry) {
    return (entry & ENDED) != 0;
  }

  /** Whether exit was stored by a thread that told all cores to leave. */
  public static boolean isEmergency(long entry) {
    return (entry & EMERGENCY) != 0;
  }

  /** Whether a payload says that its dispatch is gated. */
  public static boolean isGated(long entry) {
    return (entry & GATED) != 0;
  }
}
