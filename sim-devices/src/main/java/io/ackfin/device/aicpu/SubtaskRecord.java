package io.ackfin.device.aicpu;

/**
 * What a scheduler remembers of one dispatch in flight. Each core has two; the book says which is
 * the running one, so that a promotion moves nothing and cannot mix two records up. Not
 * thread-safe.
 */
public final class SubtaskRecord {
  private int subtask;
  private int kernelId;
  private long dispatchTick;

  /** Remembers a dispatch. */
  public void set(int newSubtask, int newKernelId, long tick) {
    subtask = newSubtask;
    kernelId = newKernelId;
    dispatchTick = tick;
  }

  /** The subtask's number. */
  public int subtask() {
    return subtask;
  }

  /** The subtask's kernel. */
  public int kernelId() {
    return kernelId;
  }

  /** When the dispatch was noted: its payload was built, its guard not yet waited for. */
  public long dispatchTick() {
    return dispatchTick;
  }
}
