package io.ackfin.crosscheck.judge;

import io.ackfin.crosscheck.inclusion.Entry;
import io.ackfin.crosscheck.inclusion.EntrySequence;
import io.ackfin.crosscheck.inclusion.Tenure;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.protocol.DmbWord;
import io.ackfin.runtime.memory.Register;
import io.ackfin.runtime.record.Lane;
import io.ackfin.runtime.record.RecordKind;
import java.util.BitSet;

/**
 * The records of one thread as entries on all cores together. The runtime starts all cores of a
 * thread side by side, and ends them so; the tables have one core's program after another's. Order
 * between cores is not what they say, so each core's start, and each core's exit, is put together.
 * Not thread-safe.
 */
final class ThreadEntries {
  private final int number;
  private final RunView view;
  private final CoreWords[] words;
  private final OwnedEntries[] owned;
  private final Growing work = new Growing();
  private final int[] takenAt;
  private final int[] givenAt;
  private final BitSet told = new BitSet();
  private final BitSet broken = new BitSet();
  private int exitsToAll;
  private int busyWith = RunView.NONE;

  /**
   * A thread that has done nothing.
   *
   * @param words what the owners of each core know of it, shared by all threads
   */
  ThreadEntries(int number, RunView view, CoreWords[] words) {
    this.number = number;
    this.view = view;
    this.words = words;
    owned = new OwnedEntries[view.cores()];
    takenAt = new int[view.cores()];
    givenAt = new int[view.cores()];
  }

  /** Whether there is a core whose start-up the thread did not get through. */
  boolean brokeOff() {
    return !broken.isEmpty();
  }

  /** The thread's next record, in an order in which those of all threads can have happened. */
  void on(int record) {
    Lane of = view.lane(number);
    int core = of.core(record);
    if (of.kind(record) == RecordKind.STOPPED) {
      giveUp();
      exitsToAll = view.cores();
      return;
    }
    if (core != busyWith) {
      giveUp();
    }
    if (of.kind(record) == RecordKind.GIVE) {
      givenAt[core] = work.size();
    }
    boolean exit = view.isExit(number, record);
    if (exit && (exitsToAll > 0 || !view.isOwners(core, number, record))) {
      exitsToAll = Math.max(0, exitsToAll - 1);
      tellToLeave(core);
    } else if (view.isOwners(core, number, record)) {
      onOwned(of, record, core, exit);
    } else if (isForeign(of, record)) {
      work.add(Entry.ofThread(core, SchedulerOperation.STORE_ID, of.value(record)));
    }
  }

  private void onOwned(Lane of, int record, int core, boolean exit) {
    OwnedEntries entries = owned(core);
    if (exit && entries.isStarting()) {
      broken.set(core);
      tellToLeave(core);
    } else if (!broken.get(core)) {
      entries.on(of, record);
    }
    busyWith = entries.isDispatching() ? core : RunView.NONE;
  }

  /** An id stored by a thread that does not own the core; the tables will say so. */
  private boolean isForeign(Lane of, int record) {
    return view.finished()
        && of.kind(record) == RecordKind.STORE
        && of.detail(record) == Register.DMB.ordinal();
  }

  /** The wait of a dispatch that the end of the run found the thread in. */
  private void giveUp() {
    if (busyWith != RunView.NONE && !view.finished()) {
      owned[busyWith].giveUp();
    }
    busyWith = RunView.NONE;
  }

  /** Exit that is one of those to all cores; the tables have one from each thread. */
  private void tellToLeave(int core) {
    if (!told.get(core)) {
      told.set(core);
      long exit = Entry.ofThread(core, SchedulerOperation.STORE_EXIT, DmbWord.EXIT);
      work.add(Entry.emergency(exit));
    }
  }

  private OwnedEntries owned(int core) {
    if (owned[core] == null) {
      boolean starts = view.owners(core).get(0).lane() == number;
      takenAt[core] = work.size();
      owned[core] = new OwnedEntries(core, view, words[core], work, starts);
    }
    return owned[core];
  }

  /** All entries: starts, then work, then exits. */
  EntrySequence entries() {
    giveUp();
    EntrySequence all = new EntrySequence();
    for (OwnedEntries entries : owned) {
      append(entries == null ? null : entries.start(), all);
    }
    append(work, all);
    for (OwnedEntries entries : owned) {
      if (entries != null) {
        entries.end();
        append(entries.exit(), all);
      }
    }
    return all;
  }

  private static void append(Growing entries, EntrySequence all) {
    for (int i = 0; entries != null && i < entries.size(); i++) {
      all.append(entries.get(i));
    }
  }

  /** The entries in which the thread owned a core, of all that {@link #entries} gave. */
  Tenure tenure(int core, boolean first, boolean last, EntrySequence all) {
    int starts = 0;
    for (OwnedEntries entries : owned) {
      starts += entries == null ? 0 : entries.start().size();
    }
    int from = first ? 0 : starts + takenAt[core];
    int to = last ? all.size() : starts + givenAt[core];
    return new Tenure(core, number, from, Math.max(from, to));
  }
}
