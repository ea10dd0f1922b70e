package io.ackfin.runtime.agent;

/**
 * What one thread does, step by step. Called by one thread: {@link #onStart} once, {@link #doWork}
 * until it says {@link #DONE}, {@link #onClose} once in any case. Any method may throw, which
 * aborts the run.
 */
public interface Agent {
  /** What {@link #doWork} gives when the agent has nothing more to do. */
  int DONE = -1;

  /** The agent's name, for threads, records and messages. */
  String name();

  /** Prepares; may wait for other agents. */
  void onStart();

  /**
   * One step.
   *
   * @return how much was done, 0 if nothing could be, or {@link #DONE}
   */
  int doWork();

  /** This thread is the one that aborted the run: tells whoever has to know. */
  void onAbort();

  /** Ends; may wait for other agents, also after the run was aborted. */
  void onClose();

  /** What the agent waits for now, to end a sentence that begins with its name and "waited for". */
  String waitsFor();
}
