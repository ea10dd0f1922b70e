package io.ackfin.runtime.record;

import java.util.Arrays;

/**
 * The record of one thread (the format is the package's rule). All methods are called by that
 * thread; {@link #lane} by another one after it ended. Nothing here allocates.
 */
public final class Recorder {
  /** Longs in a record. */
  static final int WORDS = 4;

  private static final int NO_RUN = -1;
  private static final int RUNS = 2;
  // So far below the 31 bits of a count that no run of reads overflows it.
  private static final int MOST_REPEATS = 1 << 20;
  private static final long VALUE = 0xFFFFFFFFL;

  private final String name;
  private final long epoch;
  private final long[] words;
  // By core, for loads and for polls: where the record is that a further equal read would fold
  // into, or NO_RUN.
  private final int[] runs;
  private int used;
  private long lost;

  /**
   * An empty record.
   *
   * @param name whose record it is, for people
   * @param capacity how many records fit, at least 1
   * @param cores how many cores there are
   * @param epoch the run's time 0, as the clock's nanoseconds
   */
  public Recorder(String name, int capacity, int cores, long epoch) {
    if (capacity < 1 || capacity > Integer.MAX_VALUE / WORDS) {
      throw new IllegalArgumentException(
          "capacity: " + capacity + " (expected: 1 to " + Integer.MAX_VALUE / WORDS + ")");
    }
    this.name = name;
    this.epoch = epoch;
    words = new long[capacity * WORDS];
    runs = new int[cores * RUNS];
    Arrays.fill(runs, NO_RUN);
  }

  /** The current time in nanoseconds since the run's epoch. */
  public long now() {
    return System.nanoTime() - epoch;
  }

  /** A register was read between {@code begin} and now. */
  public void load(int register, int core, int value, long begin) {
    foldable(head(RecordKind.LOAD, register, core, value), begin, now(), 0);
  }

  /** A register was written between {@code begin} and now. */
  public void store(int register, int core, int value, long begin) {
    write(head(RecordKind.STORE, register, core, value), begin, now(), 0);
  }

  /**
   * COND was read between {@code begin} and {@code end}, and judged.
   *
   * @param head of kind {@link RecordKind#POLL}
   * @param foldable whether the read led to nothing
   */
  public void poll(long head, long begin, long end, long extra, boolean foldable) {
    if (foldable) {
      foldable(head, begin, end, extra);
    } else {
      write(head, begin, end, extra);
    }
  }

  /** Something that is no access happened now. */
  public void event(RecordKind kind, int detail, int core, int value, long extra) {
    long now = now();
    write(head(kind, detail, core, value), now, now, extra);
  }

  /** Word 0 of a record. */
  public static long head(RecordKind kind, int detail, int core, int value) {
    return ((long) kind.ordinal() << 56)
        | ((long) detail << 48)
        | ((long) core << 32)
        | (value & VALUE);
  }

  /** Two ids in one word. */
  public static long pair(int upper, int lower) {
    return ((long) upper << Integer.SIZE) | (lower & VALUE);
  }

  /** What was recorded; the recorder must not be used afterwards. */
  public Lane lane() {
    return new Lane(name, words, used / WORDS, lost);
  }

  /** In place of what was recorded by a thread that has not ended: nothing, and not all of it. */
  public Lane unreadLane() {
    return new Lane(name, new long[0], 0, 1);
  }

  private void foldable(long head, long begin, long end, long extra) {
    int polls = kind(head) == RecordKind.POLL ? 1 : 0;
    int mine = core(head) * RUNS + polls;
    int run = runs[mine];
    if (run == NO_RUN) {
      startRun(mine, head, append(head, begin, end, extra));
    } else if (kind(words[run]) == RecordKind.REPEAT) {
      int first = (int) words[run + 3];
      if (words[first] == head && words[first + 3] == extra && (int) words[run] < MOST_REPEATS) {
        words[run]++;
        words[run + 1] = begin;
        words[run + 2] = end;
      } else {
        startRun(mine, head, append(head, begin, end, extra));
      }
    } else if (words[run] == head && words[run + 3] == extra) {
      // While it is open a REPEAT keeps in its extra where its first read is recorded.
      long repeat = head(RecordKind.REPEAT, polls, core(head), 1);
      runs[mine] = append(repeat, begin, end, run);
    } else {
      startRun(mine, head, append(head, begin, end, extra));
    }
  }

  /** A run begins; that of the other kind goes on only if it saw the same word. */
  private void startRun(int mine, long head, int at) {
    runs[mine] = at;
    int other = runs[mine ^ 1];
    if (other != NO_RUN) {
      boolean repeated = kind(words[other]) == RecordKind.REPEAT;
      long seen = words[repeated ? (int) words[other + 3] : other];
      if ((int) seen != (int) head) {
        runs[mine ^ 1] = NO_RUN;
      }
    }
  }

  private static RecordKind kind(long head) {
    return RecordKind.of((int) (head >>> 56));
  }

  private static int core(long head) {
    return (int) (head >>> 32) & 0xFFFF;
  }

  /** Appends a record that ends the runs of its core. */
  private void write(long head, long begin, long end, long extra) {
    int run = core(head) * RUNS;
    runs[run] = NO_RUN;
    runs[run + 1] = NO_RUN;
    append(head, begin, end, extra);
  }

  /** Appends a record and returns where it is, or NO_RUN if there was no room. */
  private int append(long head, long begin, long end, long extra) {
    int at = used;
    if (at == words.length) {
      lost++;
      return NO_RUN;
    }
    words[at] = head;
    words[at + 1] = begin;
    words[at + 2] = end;
    words[at + 3] = extra;
    used = at + WORDS;
    return at;
  }
}
