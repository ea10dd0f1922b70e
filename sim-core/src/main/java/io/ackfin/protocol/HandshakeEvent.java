package io.ackfin.protocol;

/**
 * What can happen in a run, in the words that invariants are stated in. The {@code detail} and the
 * {@code item} that go with an event are defined per constant; "-" means -1.
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
  /** Exit was stored in the core's DATA_MAIN_BASE. Detail -, item -. */
  EXIT_STORED,
  /** The core left its loop. Detail -, item -. */
  EXITED,
  /** The core's window is closed. Detail -, item -. */
  CLOSED
}
