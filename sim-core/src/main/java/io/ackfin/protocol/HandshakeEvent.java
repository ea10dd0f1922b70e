package io.ackfin.protocol;

/**
 * What can happen in a run, in the words that invariants are stated in. The {@code detail} and the
 * {@code item} that go with an event are defined per constant; "-" means -1.
 *
 * <p>A teller that knows when a posted store reaches its place tells {@link #PAYLOAD_VISIBLE} and
 * {@link #ID_VISIBLE} for every payload and every id, also where they follow at once; one that does
 * not know tells neither.
 */
public enum HandshakeEvent {
  /** A task was submitted. Core -, detail -, item: task. */
  SUBMITTED,
  /** All producers of a task are complete. Core -, detail -, item: task. */
  READY,
  /** A payload was built. Detail: slot, item: subtask. */
  BUILT,
  /** The store of its id put a subtask in flight. Detail: id, item: subtask. */
  PUBLISHED,
  /** A payload has reached memory. Detail: slot, item: subtask. */
  PAYLOAD_VISIBLE,
  /** An id has reached the core's DATA_MAIN_BASE. Detail: id, item: subtask. */
  ID_VISIBLE,
  /** The core found a new id. Detail: id, item -. */
  RECEIVED,
  /** The core wrote ACK. Detail: id, item -. */
  ACKNOWLEDGED,
  /** A kernel starts. Detail: slot, item: the subtask that the payload names. */
  KERNEL_STARTED,
  /** The kernel ends. Detail: slot, item: the subtask that the payload names now. */
  KERNEL_ENDED,
  /** The kernel's output is visible. Detail: id, item -. */
  OUTPUT_VISIBLE,
  /** The core wrote FIN. Detail: id, item -. */
  FINISHED,
  /** The core left FIN out. Detail: id, item -. */
  FIN_SKIPPED,
  /** A poll completed a subtask. Detail: position of the {@link CompletionCase}, item: subtask. */
  COMPLETED,
  /** The scheduler believes that the core is idle. Detail -, item -. */
  BELIEVED_IDLE,
  /** A task is complete, its bookkeeping done. Core -, detail -, item: task. */
  TASK_COMPLETED,
  /** The run is to end before all of its tasks are complete. Core -, detail -, item -. */
  STOPPING,
  /** Exit was stored in the core's DATA_MAIN_BASE. Detail -, item -. */
  EXIT_STORED,
  /** The core left its loop. Detail -, item -. */
  EXITED,
  /** The core's window is closed. Detail -, item -. */
  CLOSED,
  /** The core's answer to exit is awaited no longer. Detail -, item -. */
  EXPIRED
}
