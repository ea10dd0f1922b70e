package io.ackfin.cli;

/** What a command's exit status means; a promise to scripts. */
public enum ExitCode {
  /** Done, all invariants hold, within tolerance. */
  OK(0),
  /** A defect of ours. */
  INTERNAL(1),
  /** Bad usage or invalid input. */
  USAGE(2),
  /** The run ended abnormally, or a property is violated. */
  VIOLATED(3),
  /** Out of tolerance. */
  DIFFERENT(4),
  /** A partial result; what there is is kept. */
  PARTIAL(5),
  /** Interrupted; what was finished is kept. */
  INTERRUPTED(130);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /** The process's exit status. */
  public int status() {
    return status;
  }
}
