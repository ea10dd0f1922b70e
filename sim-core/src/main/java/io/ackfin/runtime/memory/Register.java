package io.ackfin.runtime.memory;

/** The words of one core that both sides of the handshake access, and where they lie. */
public enum Register {
  /** Lower half of DATA_MAIN_BASE: which dispatch to run. Written by the scheduler. */
  DMB(0, 0),
  /** Upper half of DATA_MAIN_BASE: the doorbell. Written by the scheduler, apart from the lower. */
  DOORBELL(0, 1),
  /** What the core last acknowledged or finished. Written by the core. */
  COND(1, 0),
  /** {@code hank.task}: the address of the current dispatch's payload slot. By the scheduler. */
  TASK(2, 0),
  /** Start-up: 1 once hank.task is written. Written by the scheduler. */
  AICPU_READY(3, 0),
  /** Start-up: 1 while the core may use its registers. Written by the scheduler. */
  WINDOW(3, 1),
  /** Start-up: who the core is ({@link RegisterPort#report}). Written by the core. */
  REPORT(4, 0),
  /** Start-up: 1 once the core polls. Written by the core. */
  AICORE_DONE(4, 1);

  /** Lines per core. */
  static final int LINES = 5;

  private static final Register[] ALL = values();

  private final int line;
  private final int word;

  Register(int line, int word) {
    this.line = line;
    this.word = word;
  }

  /** The register with the given position, without copying an array. */
  public static Register of(int position) {
    return ALL[position];
  }

  /** Which of its core's lines holds it. */
  int line() {
    return line;
  }

  /** Which 32-bit word of the line it is. */
  int word() {
    return word;
  }
}
