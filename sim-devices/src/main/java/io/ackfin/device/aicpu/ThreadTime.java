package io.ackfin.device.aicpu;

import io.ackfin.core.trace.Tracer;

/**
 * How long a thread spent on what, and its lane in the trace. Stretches of one activity that follow
 * one another are one span. Not thread-safe.
 */
final class ThreadTime {
  private final long[] spent = new long[Activity.COUNT];
  private final Tracer tracer;
  private final int lane;
  private Activity current = Activity.STARTUP;
  private long since;

  ThreadTime(Tracer tracer, int lane) {
    this.tracer = tracer;
    this.lane = lane;
  }

  /** From this tick on, until told otherwise, the thread is busy with an activity. */
  void spend(Activity activity, long tick) {
    if (activity != current) {
      settle(tick);
      current = activity;
    }
  }

  /**
   * Books turns in which nothing happened: each idle for its overhead, then polling.
   *
   * @param tick when the first of them began; what went before is booked too
   */
  void turns(long tick, long count, long overhead, long polling) {
    if (count == 0) {
      return;
    }
    if (tracer != null) {
      for (long turn = 0; turn < count; turn++) {
        long began = tick + turn * (overhead + polling);
        spendIfAny(Activity.IDLE, began, overhead);
        spendIfAny(Activity.POLL, began + overhead, polling);
      }
      return;
    }
    settle(tick);
    spent[Activity.IDLE.ordinal()] += count * overhead;
    spent[Activity.POLL.ordinal()] += count * polling;
    since = tick + count * (overhead + polling);
    current = polling > 0 ? Activity.POLL : Activity.IDLE;
  }

  private void spendIfAny(Activity activity, long tick, long time) {
    if (time > 0) {
      spend(activity, tick);
    }
  }

  /** Books the time up to a tick. */
  void settle(long tick) {
    if (tick > since) {
      spent[current.ordinal()] += tick - since;
      if (tracer != null) {
        tracer.span(lane, current.toString(), since, tick, 0);
      }
      since = tick;
    }
  }

  /** A dispatch leaves for its core: an arrow that ends where its kernel starts. */
  void dispatched(int subtask, long tick) {
    if (tracer != null) {
      tracer.flowStart(lane, "dispatch", tick, subtask);
    }
  }

  long spent(Activity activity) {
    return spent[activity.ordinal()];
  }
}
