package io.ackfin.device.aicpu;

/**
 * The turns of a thread's loop while nothing happens in them, by arithmetic. Such a turn is its
 * overhead, element 0, and one load for each running core, the elements 1 to n; what comes behind
 * the last element, the dispatch round and the turn's end, takes no time. So each element ends once
 * in a period:
 *
 * <pre>
 *   element      0       1      2      3      0       1      2      3
 *            |-------|------|------|------|-------|------|------|------|
 *           base                        period
 * </pre>
 *
 * <p>Without overhead there is no element 0. The base is that of the turn in which the thread
 * stands, reckoned back from the end of the element that is under way. Not thread-safe.
 */
final class IdleTurns {
  static final long NEVER = Long.MAX_VALUE;

  private final long overhead;
  private final long load;
  private int polls;
  private long period;
  private long base;
  private int pending;

  /** Turns with that overhead and loads of that length. */
  IdleTurns(long overhead, long load) {
    this.overhead = overhead;
    this.load = load;
  }

  /**
   * The thread stands in a turn.
   *
   * @param running how many cores it polls; 1 or more if there is no overhead
   * @param element the element that is under way
   * @param end when that ends
   */
  void begin(int running, int element, long end) {
    polls = running;
    period = offset(running);
    pending = element;
    base = end - offset(element);
  }

  /** The element behind which the dispatch round and the turn's end lie. */
  int last() {
    return polls;
  }

  /** The element that is under way. */
  int pending() {
    return pending;
  }

  /** The first end of an element at or after a tick; {@link #NEVER} if the tick is. */
  long end(int element, long notBefore) {
    long first = base + offset(element) + (element < pending ? period : 0);
    if (notBefore <= first) {
      return first;
    }
    if (notBefore >= NEVER - period) {
      return NEVER;
    }
    return first + (notBefore - first + period - 1) / period * period;
  }

  /**
   * Moves on to the first element that ends at or after a tick, and books the time until it begins.
   *
   * @return how many loads lie between
   */
  long moveTo(long tick, Turn turn, ThreadTime time) {
    long since = tick - base;
    if (since <= offset(pending)) {
      return 0;
    }
    long turns = (since - 1) / period;
    int element = element(since - turns * period);
    long loads = turns * polls + Math.max(0, element - 1) - Math.max(0, pending - 1);
    book(turns, element, time);
    base += turns * period;
    pending = element;
    if (turns > 0) {
      turn.begin(base);
    }
    return loads;
  }

  /** The first element whose end is no earlier than an offset of 1 to a period. */
  private int element(long sinceBase) {
    if (sinceBase <= overhead) {
      return 0;
    }
    return (int) ((sinceBase - overhead + load - 1) / load);
  }

  private void book(long turns, int element, ThreadTime time) {
    if (pending == 0 && (turns > 0 || element > 0)) {
      spendPolls(base, time);
    }
    if (turns == 0) {
      return;
    }
    time.turns(base + period, turns - 1, overhead, polls * load);
    long last = base + turns * period;
    if (overhead > 0) {
      time.spend(Activity.IDLE, last);
    }
    if (element > 0) {
      spendPolls(last, time);
    }
  }

  private void spendPolls(long turnBegan, ThreadTime time) {
    if (polls > 0) {
      time.spend(Activity.POLL, turnBegan + overhead);
    }
  }

  private long offset(int element) {
    return overhead + element * load;
  }
}
