package io.ackfin.device.aicpu;

/** How long a thread goes on without progress anywhere on the chip. Not thread-safe. */
final class Patience {
  private final TaskBoard board;
  private final long limit;

  Patience(TaskBoard board, AicpuSpec spec) {
    this.board = board;
    limit = spec.giveUp().picoseconds();
  }

  /** Whether nothing has moved for longer than the limit. */
  boolean ended(long now) {
    return now - board.lastProgress() > limit;
  }

  /** The first tick at which it will have ended if nothing moves. */
  long endsAt() {
    return later(later(board.lastProgress(), limit), 1);
  }

  /** A tick so much later; that of no tick, {@link Long#MAX_VALUE}, if it lies beyond all. */
  static long later(long tick, long ticks) {
    return tick > Long.MAX_VALUE - ticks ? Long.MAX_VALUE : tick + ticks;
  }
}
