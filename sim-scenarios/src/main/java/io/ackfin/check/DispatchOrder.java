package io.ackfin.check;

import java.util.ArrayDeque;

/** What was published to each core and has not run yet, oldest first. */
final class DispatchOrder {
  private final ArrayDeque<Integer>[] waiting;

  @SuppressWarnings({"unchecked", "rawtypes"})
  DispatchOrder(int cores) {
    waiting = new ArrayDeque[cores];
    for (int core = 0; core < cores; core++) {
      waiting[core] = new ArrayDeque<>();
    }
  }

  void published(int core, int subtask) {
    waiting[core].addLast(subtask);
  }

  /** The subtask that the core has to handle next, or -1. */
  int next(int core) {
    Integer oldest = waiting[core].peekFirst();
    return oldest == null ? -1 : oldest;
  }

  /** The core is through with the oldest, or -1 if it had none. */
  int handled(int core) {
    Integer oldest = waiting[core].pollFirst();
    return oldest == null ? -1 : oldest;
  }

  int size(int core) {
    return waiting[core].size();
  }
}
