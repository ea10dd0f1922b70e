package io.ackfin.device.soc;

import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.SchedulerOperation;

/**
 * Told of every access by which a core's or a thread's program went on, in the order in which each
 * of them performs its own: what a recording of the run consists of. Reads of a wait that goes on,
 * polls that changed nothing and looks after which nothing may be filled are not told. One thread
 * calls; it must not touch the chip.
 */
public interface AccessListener {
  /**
   * A core performed a row of its program.
   *
   * @param value what the row asked for: the word stored, or of a payload its slot
   * @param seen what a load gave, as {@link io.ackfin.handshake.CoreProgram#after} takes it; of a
   *     payload its subtask, or whether it is gated if that was asked; 0 otherwise
   */
  void onCore(int core, CoreOperation operation, int value, long seen);

  /**
   * A scheduler thread performed a row of one of its programs on a core.
   *
   * @param value the word stored; of a payload its slot; of a poll the position of its {@link
   *     io.ackfin.protocol.CompletionCase}
   * @param seen what a load gave, an unsigned 32-bit word to which {@link
   *     io.ackfin.handshake.Access#WAIT_ENDS} is added if the wait had another reason to end; of a
   *     payload its subtask; 0 otherwise
   */
  void onThread(int thread, int core, SchedulerOperation operation, int value, long seen);
}
