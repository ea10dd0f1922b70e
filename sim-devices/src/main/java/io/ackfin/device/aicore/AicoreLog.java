package io.ackfin.device.aicore;

import io.ackfin.handshake.CoreOperation;

/** Told what a compute core does, in the order in which it does it. All ticks are picoseconds. */
public interface AicoreLog {
  /**
   * The core performed a row of its program and goes on; a wait's read that changed nothing is not
   * told.
   *
   * @param value what the row asked for: the word stored, or of a payload its slot
   * @param seen what a load gave; 0 otherwise
   */
  void accessed(int core, CoreOperation operation, int value, long seen);

  /** A read of DATA_MAIN_BASE found a new id. */
  void received(int core, int id, long tick);

  /** ACK was written. */
  void acknowledged(int core, int id, long tick);

  /** A kernel starts: of the subtask that the payload in that slot names. */
  void kernelStarted(int core, int slot, int subtask, long tick);

  /** The kernel ends; the subtask is what the payload names now. */
  void kernelEnded(int core, int slot, int subtask, long tick);

  /** The kernel's output is visible. */
  void outputVisible(int core, int id, long tick);

  /** FIN was written. */
  void finished(int core, int id, long tick);

  /** FIN was left out because another dispatch waits. */
  void finSkipped(int core, int id, long tick);

  /** The core has left its loop. */
  void exited(int core, long tick);
}
