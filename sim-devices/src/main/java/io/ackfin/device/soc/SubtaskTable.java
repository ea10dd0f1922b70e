package io.ackfin.device.soc;

import io.ackfin.protocol.CompletionCase;
import java.util.Arrays;

/**
 * What happened to every subtask: one column a fact, by the subtask's number. Times are ticks;
 * {@link #NEVER} where something did not happen. The core's columns are written by what the core
 * really ran, the scheduler's by what it remembered, so that a mix-up of either shows.
 */
public final class SubtaskTable {
  /** The time, core or kernel of something that did not happen. */
  public static final int NEVER = -1;

  /** The columns that hold ticks, in the order of a row. */
  public enum Time {
    /** The dispatch was noted: payload built, guard not yet waited for. */
    DISPATCH,
    /** The core's read of DATA_MAIN_BASE found the id. */
    RECEIVE,
    /** The core wrote ACK. */
    ACK,
    /** The kernel started. */
    START,
    /** The kernel ended. */
    END,
    /** The end of the poll that completed the subtask. */
    FINISH
  }

  private final long[][] times = new long[Time.values().length][];
  private final int[] cores;
  private final int[] kernels;
  private final byte[] cases;

  SubtaskTable(int subtasks) {
    for (int column = 0; column < times.length; column++) {
      times[column] = new long[subtasks];
      Arrays.fill(times[column], NEVER);
    }
    cores = new int[subtasks];
    kernels = new int[subtasks];
    Arrays.fill(cores, NEVER);
    Arrays.fill(kernels, NEVER);
    cases = new byte[subtasks];
  }

  /** How many rows there are. */
  public int rows() {
    return cores.length;
  }

  /** A time of a subtask in ticks, or {@link #NEVER}. */
  public long time(int subtask, Time time) {
    return times[time.ordinal()][subtask];
  }

  /** The core that ran a subtask, or {@link #NEVER}. */
  public int core(int subtask) {
    return cores[subtask];
  }

  /** The kernel that the scheduler remembered for a subtask, or {@link #NEVER}. */
  public int kernel(int subtask) {
    return kernels[subtask];
  }

  /** The case by which a subtask was completed. */
  public CompletionCase completedBy(int subtask) {
    return CompletionCase.of(cases[subtask]);
  }

  void set(int subtask, Time time, long tick) {
    times[time.ordinal()][subtask] = tick;
  }

  void setCore(int subtask, int core) {
    cores[subtask] = core;
  }

  void setCompletion(int subtask, int kernel, CompletionCase by) {
    kernels[subtask] = kernel;
    cases[subtask] = (byte) by.ordinal();
  }
}
