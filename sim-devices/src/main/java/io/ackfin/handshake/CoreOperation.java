package io.ackfin.handshake;

/** The micro-operations of a core; a device gives each a cost. */
public enum CoreOperation {
  /** Wait until the control CPU calls. */
  AWAIT_CALL(AccessKind.LOAD, Location.AICPU_READY),
  /** Report id and type. */
  REPORT(AccessKind.STORE, Location.CORE_REPORT),
  /** Wait until the control CPU says that the register window is open. */
  AWAIT_WINDOW(AccessKind.LOAD, Location.WINDOW_SAID),
  /**
   * Wait until DMB is no longer 0, its content from before the register window was opened with DMB
   * idle. A dispatch may have replaced idle by the time the core looks, so idle is not asked for.
   */
  AWAIT_DMB_OPEN(AccessKind.LOAD, Location.DMB),
  /** Write "core idle". */
  WRITE_IDLE(AccessKind.STORE, Location.COND),
  /** Say that start-up is over. */
  SAY_DONE(AccessKind.STORE, Location.AICORE_DONE),
  /** Wait for a new id (next row) or exit (alternative). */
  READ_DMB(AccessKind.LOAD, Location.DMB),
  /** Drop every cached line. */
  INVALIDATE_ALL(AccessKind.BARRIER, Location.CACHE),
  /** Drop the cached payload, keep hank.task. */
  INVALIDATE_PAYLOAD(AccessKind.BARRIER, Location.CACHE),
  /** Drop the cached hank.task, keep the payload. */
  INVALIDATE_HANK(AccessKind.BARRIER, Location.CACHE),
  /** Learn the payload's slot from hank.task. */
  READ_POINTER(AccessKind.LOAD, Location.HANK),
  /** Learn the payload's slot from the id's lowest bit. */
  DERIVE_POINTER(AccessKind.LOCAL, Location.NONE),
  /** The payload's slot is the one that start-up named. */
  KEEP_POINTER(AccessKind.LOCAL, Location.NONE),
  /** Write ACK of the id. */
  WRITE_ACK(AccessKind.STORE, Location.COND),
  /** Start the kernel: its payload is read from here on. */
  START_KERNEL(AccessKind.LOAD, Location.PAYLOAD),
  /** End the kernel: the last read of its payload. */
  END_KERNEL(AccessKind.LOAD, Location.PAYLOAD),
  /** Make the kernel's output visible. */
  PUBLISH_OUTPUT(AccessKind.BARRIER, Location.OUTPUT),
  /** Is another dispatch waiting (next row) or not (alternative)? */
  LOOK_BEHIND(AccessKind.LOAD, Location.DMB),
  /** Write FIN of the id. */
  WRITE_FIN(AccessKind.STORE, Location.COND),
  /** Answer exit. */
  WRITE_EXITED(AccessKind.STORE, Location.COND),
  /** The core has left its loop. */
  STOP(AccessKind.HALT, Location.NONE),
  /** Does the payload say that it is gated (next row) or not (alternative)? */
  READ_GATE(AccessKind.LOAD, Location.PAYLOAD),
  /** Wait until the doorbell holds the id (next row) or DMB holds exit (alternative). */
  AWAIT_BELL(AccessKind.LOAD, Location.DMB_BOTH);

  /** How many there are. */
  public static final int COUNT = 23;

  private final AccessKind kind;
  private final Location location;

  CoreOperation(AccessKind kind, Location location) {
    this.kind = kind;
    this.location = location;
  }

  /** What the reader has to do. */
  public AccessKind kind() {
    return kind;
  }

  /** Where. */
  public Location location() {
    return location;
  }
}
