package io.ackfin.handshake;

/** The places in a scheduler thread's programs. What is done there is the table's business. */
enum SchedulerRow {
  HOME,
  START_POINTER,
  START_POINTER_FENCE,
  START_CALL,
  START_REPORT,
  START_WINDOW,
  START_IDLE,
  START_IDLE_FENCE,
  START_SAY,
  START_DONE,
  STARTED,
  BUILD,
  GUARD,
  ABORT,
  POINTER,
  FENCE_BEFORE,
  ID,
  NEXT_SLOT,
  CLOSE,
  FENCE_AFTER,
  POLL,
  LOOK,
  EXIT,
  EXIT_ANSWER,
  EXIT_EXPIRED,
  EXIT_IDLE,
  EXIT_WINDOW,
  CLOSED,
  EMERGENCY,
  /** Stands in tables with early staging only. */
  RING
}
