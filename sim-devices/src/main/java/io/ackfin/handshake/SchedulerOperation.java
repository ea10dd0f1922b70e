package io.ackfin.handshake;

/** The micro-operations of a scheduler thread on one core; a device gives each a cost. */
public enum SchedulerOperation {
  /** Between two programs. */
  HOME(AccessKind.HOME, Location.NONE),
  /** Start-up: hank.task names slot 0. */
  STORE_FIRST_POINTER(AccessKind.STORE, Location.HANK),
  /** Start-up: call the core. */
  CALL(AccessKind.STORE, Location.AICPU_READY),
  /** Start-up: wait for the core's report. */
  AWAIT_REPORT(AccessKind.LOAD, Location.CORE_REPORT),
  /** Start-up: open the register window. */
  OPEN_WINDOW(AccessKind.STORE, Location.WINDOW),
  /** Start-up and end of exit: DMB says idle. */
  STORE_IDLE(AccessKind.STORE, Location.DMB),
  /** Start-up: say that the window is open. */
  SAY_OPEN(AccessKind.STORE, Location.WINDOW_SAID),
  /** Start-up: wait until the core polls. */
  AWAIT_DONE(AccessKind.LOAD, Location.AICORE_DONE),
  /** The core is started: a result for the reader. */
  SAY_STARTED(AccessKind.LOCAL, Location.NONE),
  /** Build the payload in the book's slot; busy cores go on at the alternative. */
  BUILD_PAYLOAD(AccessKind.STORE, Location.PAYLOAD),
  /** The guard: wait until COND's id is that of the running dispatch, or (alternative) stop. */
  AWAIT_RUNNING(AccessKind.LOAD, Location.COND),
  /** The dispatch is given up: a result for the reader. */
  GIVE_UP(AccessKind.LOCAL, Location.NONE),
  /** Publish the slot in hank.task. */
  STORE_POINTER(AccessKind.STORE, Location.HANK),
  /** Earlier stores become visible before later ones. */
  FENCE(AccessKind.BARRIER, Location.NONE),
  /** Take the next id and store it: the dispatch is in flight. */
  STORE_ID(AccessKind.STORE, Location.DMB),
  /** The next payload goes to the other slot. */
  FLIP_SLOT(AccessKind.LOCAL, Location.NONE),
  /** The next payload goes to the slot that the next id's lowest bit names. */
  FOLLOW_ID(AccessKind.LOCAL, Location.NONE),
  /** Nothing may be put behind this dispatch until the pending slot is opened. */
  CLOSE_PENDING(AccessKind.LOCAL, Location.NONE),
  /** Read COND and apply the completion case. */
  APPLY_COND(AccessKind.LOAD, Location.COND),
  /** Read COND: may a task be put behind the running one? */
  LOOK_AT_COND(AccessKind.LOAD, Location.COND),
  /** Tell the core to leave its loop. */
  STORE_EXIT(AccessKind.STORE, Location.DMB),
  /** Wait for the core's answer, or (alternative) until the bound expires. */
  AWAIT_EXITED(AccessKind.LOAD, Location.COND),
  /** Close the register window. */
  CLOSE_WINDOW(AccessKind.STORE, Location.WINDOW),
  /** The core has answered and is closed: a result for the reader. */
  SAY_CLOSED(AccessKind.LOCAL, Location.NONE),
  /** The core did not answer in time: a result for the reader. */
  SAY_EXPIRED(AccessKind.LOCAL, Location.NONE),
  /** Ring the doorbell: the gated dispatch with this id may start. */
  STORE_BELL(AccessKind.STORE, Location.BELL);

  /** How many there are. */
  public static final int COUNT = 26;

  private final AccessKind kind;
  private final Location location;

  SchedulerOperation(AccessKind kind, Location location) {
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
