package io.ackfin.crosscheck.inclusion;

import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.protocol.DmbWord;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BiConsumer;

/**
 * One thread's sequence on all cores together: where the entries of each core stand, and what holds
 * of it whatever the cores do. Not thread-safe.
 */
final class ThreadSide {
  private final EntrySequence entries;
  private final int[] starts;
  private final int[] positions;
  private final BitSet owned = new BitSet();
  private final BitSet midway = new BitSet();

  /** Goes through the sequence twice: once to count, once to note where the cores' entries are. */
  ThreadSide(EntrySequence entries, int cores) {
    this.entries = entries;
    starts = new int[cores + 1];
    for (int at = 0; at < entries.size(); at++) {
      int core = Entry.core(entries.get(at));
      if (core >= cores) {
        throw new IllegalArgumentException(
            "entry.core: " + core + " (expected: 0 to " + (cores - 1) + ")");
      }
      starts[core + 1]++;
    }
    for (int core = 0; core < cores; core++) {
      starts[core + 1] += starts[core];
    }
    int[] next = Arrays.copyOf(starts, cores);
    positions = new int[entries.size()];
    for (int at = 0; at < positions.length; at++) {
      positions[next[Entry.core(entries.get(at))]++] = at;
    }
  }

  long get(int position) {
    return entries.get(position);
  }

  /** What the thread did on a core as its owner: the positions of a tenure, in their order. */
  int[] owned(Tenure tenure) {
    int first = firstAtOrAfter(tenure.core(), tenure.from());
    int end = Math.max(first, firstAtOrAfter(tenure.core(), tenure.to()));
    int[] found =
        Arrays.stream(positions, first, end)
            .filter(position -> !Entry.isEmergency(entries.get(position)))
            .toArray();
    for (int position : found) {
      owned.set(position);
    }
    return found;
  }

  /** How often the thread stored exit to a core as to all others. */
  int emergencies(int core) {
    return (int)
        Arrays.stream(positions, starts[core], starts[core + 1])
            .filter(position -> Entry.isEmergency(entries.get(position)))
            .count();
  }

  /** After this entry the thread is in the middle of a program, which it has to go on with. */
  void markMidway(int position) {
    midway.set(position);
  }

  /** Tells each entry that a thread cannot have made, with what is wrong with it. */
  void check(Rules rules, BiConsumer<Integer, String> problems) {
    BitSet told = new BitSet();
    for (int at = 0; at < entries.size(); at++) {
      String wrong = problemAt(at, rules, told);
      if (!wrong.isEmpty()) {
        problems.accept(at, wrong);
      }
    }
  }

  private String problemAt(int at, Rules rules, BitSet told) {
    long entry = entries.get(at);
    int core = Entry.core(entry);
    boolean emergency = Entry.isEmergency(entry);
    if (at > 0 && midway.get(at - 1)) {
      int before = Entry.core(entries.get(at - 1));
      if (emergency || before != core) {
        return "a thread goes on with its program on core " + before + " before it does this";
      }
    }
    if (emergency) {
      return problemOfEmergency(entry, rules, told);
    }
    return owned.get(at) ? "" : "the thread does not own core " + core + " then";
  }

  /** A thread tells each core once to leave, and nothing else. */
  private static String problemOfEmergency(long entry, Rules rules, BitSet told) {
    if (rules.finished()) {
      return Obstacle.NOT_STOPPED.toString();
    }
    boolean exit = Entry.schedulerOperation(entry) == SchedulerOperation.STORE_EXIT;
    if (!exit || Entry.word(entry) != DmbWord.EXIT) {
      return "nothing but exit is stored to every core";
    }
    if (told.get(Entry.core(entry))) {
      return "the thread has told this core already";
    }
    told.set(Entry.core(entry));
    return "";
  }

  private int firstAtOrAfter(int core, int position) {
    int found = Arrays.binarySearch(positions, starts[core], starts[core + 1], position);
    return found >= 0 ? found : -found - 1;
  }
}
