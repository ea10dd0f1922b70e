package io.ackfin.handshake;

/** The places in a core's program. What is done there is the table's business. */
enum CoreRow {
  CALLED,
  EARLY_POINTER,
  REPORTED,
  WINDOW_OPEN,
  IDLE_WRITTEN,
  DONE_SAID,
  POLL,
  INVALIDATE,
  POINTER,
  ACK,
  START,
  END,
  OUTPUT,
  BEHIND,
  FIN,
  EXIT,
  STOPPED,
  // The rest stands in tables with early staging only.
  GATE,
  BELL,
  LATE_POINTER
}
