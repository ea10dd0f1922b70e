package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.Subslot;

/**
 * What happened to one subtask. Times are nanoseconds since the run's epoch, or {@link #ABSENT}.
 *
 * @param kernelId as its scheduler recorded it at the completion
 * @param core where it was completed, or ran if it was not; {@link #ABSENT} if neither
 * @param dispatchNs when its dispatch began, before the guard's wait
 * @param receiveNs when the core found its id
 * @param ackNs when the core had written ACK
 * @param startNs when its kernel started
 * @param endNs when its kernel ended
 * @param finishNs when the poll that completed it was judged
 * @param completedBy the case of that poll; {@link CompletionCase#NONE} if there was none
 * @param executions how often its payload was run; 1 if all is well
 * @param completions how often it was completed; 1 if all is well
 */
public record SubtaskTimes(
    int task,
    Subslot subslot,
    int kernelId,
    int core,
    long dispatchNs,
    long receiveNs,
    long ackNs,
    long startNs,
    long endNs,
    long finishNs,
    CompletionCase completedBy,
    int executions,
    int completions) {
  /** A time that was not taken, or a core that is not known. */
  public static final int ABSENT = -1;
}
