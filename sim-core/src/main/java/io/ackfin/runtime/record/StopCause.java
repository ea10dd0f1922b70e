package io.ackfin.runtime.record;

/** Why the first thread to abort a run did so. */
public enum StopCause {
  /** Something threw in it: a kernel, or what runs kernels. */
  FAILED,
  /** What it waited for did not come within its limit. */
  EXPIRED,
  /** It was interrupted from outside. */
  INTERRUPTED;

  private static final StopCause[] ALL = values();

  /** The cause with the given position, without copying an array. */
  public static StopCause of(int position) {
    return ALL[position];
  }
}
