package io.ackfin.crosscheck.inclusion;

import io.ackfin.handshake.Access;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.SchedulerProgram;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
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

  /** Adds what the thread stored to a core as one that need not own it. */
  void addStores(int core, OutsideStores stores) {
    for (int i = starts[core]; i < starts[core + 1]; i++) {
      long entry = entries.get(positions[i]);
      if (Entry.isEmergency(entry)) {
        stores.addExit();
      } else if (rings(entry) && !owned.get(positions[i])) {
        stores.addRing(Entry.word(entry));
      }
    }
  }

  /** After this entry the thread is in the middle of a program, which it has to go on with. */
  void markMidway(int position) {
    midway.set(position);
  }

  /**
   * Tells of each entry that a thread cannot have made, with what is wrong with it. To be called
   * when the orders of all cores were searched.
   *
   * @param bells the gated dispatches of each core that its owners did not ring for
   */
  void check(Rules rules, Taken taken, List<Bells> bells, BiConsumer<Integer, String> problems) {
    BitSet told = new BitSet();
    for (int at = 0; at < entries.size(); at++) {
      long entry = entries.get(at);
      int core = Entry.core(entry);
      String wrong = "";
      if (leavesProgram(at)) {
        int before = Entry.core(entries.get(at - 1));
        wrong = "a thread goes on with its program on core " + before + " before it does this";
      } else if (Entry.isEmergency(entry)) {
        wrong =
            told.get(core) ? "the thread has told this core already" : exit(rules, entry, taken);
        told.set(core);
      } else if (!owned.get(at)) {
        wrong =
            rings(entry)
                ? ring(rules, entry, taken, bells.get(core))
                : "the thread does not own core " + core + " then";
      }
      if (!wrong.isEmpty()) {
        problems.accept(at, wrong);
      }
    }
  }

  private boolean leavesProgram(int at) {
    return at > 0
        && midway.get(at - 1)
        && (Entry.isEmergency(entries.get(at))
            || Entry.core(entries.get(at)) != Entry.core(entries.get(at - 1)));
  }

  private static String exit(Rules rules, long entry, Taken taken) {
    return rules.finished()
        ? Obstacle.NOT_STOPPED.toString()
        : onlyStore(rules, SchedulerProgram.beginEmergency(), entry, taken);
  }

  private static String ring(Rules rules, long entry, Taken taken, Bells bells) {
    if (!rules.hasBell()) {
      return Obstacle.NO_BELL.toString();
    }
    int id = Entry.word(entry);
    return bells.ring(id)
        ? onlyStore(rules, SchedulerProgram.beginRing(id), entry, taken)
        : Obstacle.RINGS_FOR_NOTHING.toString();
  }

  /** Walks a program that is one store. */
  private static String onlyStore(Rules rules, long begun, long entry, Taken taken) {
    long access = SchedulerProgram.access(rules.tables(), begun);
    SchedulerOperation wanted = SchedulerProgram.operation(rules.tables(), begun);
    if (Entry.schedulerOperation(entry) != wanted || Entry.word(entry) != Access.value(access)) {
      return "the program wants " + Expected.of(wanted.name(), access, PostedStores.UNKNOWN);
    }
    taken.schedulerEdge(0, begun);
    taken.schedulerStep(begun, SchedulerProgram.after(rules.tables(), begun, 0));
    return "";
  }

  private static boolean rings(long entry) {
    return Entry.schedulerOperation(entry) == SchedulerOperation.STORE_BELL;
  }

  private int firstAtOrAfter(int core, int position) {
    int found = Arrays.binarySearch(positions, starts[core], starts[core + 1], position);
    return found >= 0 ? found : -found - 1;
  }
}
