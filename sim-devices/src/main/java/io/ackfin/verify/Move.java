package io.ackfin.verify;

/**
 * What is done in one step, in a form that can be done again elsewhere.
 *
 * @param kind what
 * @param thread the thread that does it, or whose store arrives; {@link #STOPPER} for the thread
 *     that stops the run; -1 where no thread takes part
 * @param core the core that it concerns; -1 where none does
 * @param argument defined per kind; 0 where it has no meaning
 */
public record Move(Kind kind, int thread, int core, int argument) {
  /** The number of the thread that stops the run in an emergency; it schedules nothing. */
  public static final int STOPPER = 2;

  /** The kinds of moves; those that begin a program also do its first row. */
  public enum Kind {
    /** The core does its next row. Argument: 1 if it sees the copy in its cache, not memory. */
    CORE,
    /** The core's kernel comes to the point where it waits for its siblings. */
    ARRIVE_AT_BARRIER,
    /** The oldest output on its way becomes visible. */
    OUTPUT,
    /** A posted store becomes visible. Argument: its position among the thread's, oldest first. */
    STORE_VISIBLE,
    /** The thread does the next row of the program that it is in. */
    THREAD,
    /** The bound of the wait for the core's answer to exit expires. */
    EXPIRE,
    /** The thread begins the start-up of a core. */
    STARTUP,
    /** The thread begins a poll. */
    POLL,
    /** The thread looks whether a task may be put behind the running one. Argument: the task. */
    LOOK,
    /**
     * The thread begins the dispatch of a task; the core is that of the first subtask. Argument:
     * the task, and from bit 8 on the place as {@link io.ackfin.handshake.ClusterSearch} gives it,
     * with the cluster's number on the chip.
     */
    DISPATCH,
    /** The thread rings for the gated dispatch with the ordinal in the argument. */
    RING,
    /** Having published a gated dispatch, the thread looks again whether its producer is done. */
    RECHECK,
    /** The thread begins the exit of a core. */
    EXIT,
    /** The run is to be stopped. */
    STOP,
    /** The thread that stops the run writes exit to a core. */
    EMERGENCY,
    /** The clusters are dealt out again. Argument: bit n is set if thread 1 gets cluster n. */
    HAND_OVER
  }

  /** The task of a {@link Kind#DISPATCH} or {@link Kind#LOOK}. */
  public int task() {
    return argument & 0xFF;
  }

  /** The place of a {@link Kind#DISPATCH}. */
  public int place() {
    return argument >>> 8;
  }
}
