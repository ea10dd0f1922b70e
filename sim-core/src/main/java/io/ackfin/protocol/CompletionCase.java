package io.ackfin.protocol;

/**
 * What one read of COND says about a core that runs one dispatch and may have another waiting
 * behind it. With a core that omits its FIN when more work waits, the end of a task shows in four
 * ways.
 */
public enum CompletionCase {
  /** Nothing is completed by this read. */
  NONE,
  /** FIN of the waiting dispatch: the running subtask and then the waiting one are complete. */
  A,
  /** ACK of the waiting dispatch: the running subtask is complete, the other runs now. */
  B,
  /** FIN of the running dispatch and nobody waits: it is complete, the core is idle. */
  C,
  /** FIN of the running dispatch while another waits: it is complete, the other is next. */
  D;

  /** How many there are, {@link #NONE} included. */
  public static final int COUNT = 5;

  private static final CompletionCase[] ALL = values();

  /** The case with the given position, without copying an array. */
  public static CompletionCase of(int position) {
    return ALL[position];
  }
}
