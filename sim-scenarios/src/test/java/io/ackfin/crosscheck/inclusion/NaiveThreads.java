package io.ackfin.crosscheck.inclusion;

import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.protocol.DmbWord;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What must hold of the threads of a recording of one core, whatever the order. */
final class NaiveThreads {
  private NaiveThreads() {}

  /** What threads stored that did not own the core: exit, and ids to the doorbell. */
  static List<Long> ofOthers(Recording recording) {
    List<Long> others = new ArrayList<>();
    for (int thread = 0; thread < recording.threads().size(); thread++) {
      List<Long> entries = NaiveOrder.entries(recording.threads().get(thread));
      BitSet owned = owned(recording, thread);
      for (int i = 0; i < entries.size(); i++) {
        if (Entry.isEmergency(entries.get(i)) || !owned.get(i)) {
          others.add(entries.get(i));
        }
      }
    }
    return others;
  }

  /**
   * Each thread tells the core at most once to leave, and only in a run that is stopped; nobody
   * does more than that and ring on a core that is not its own; nobody rings more often than is
   * waited for, nor an owner before it has published.
   */
  static boolean arePossible(Recording recording) {
    for (EntrySequence thread : recording.threads()) {
      long exits =
          NaiveOrder.entries(thread).stream().filter(entry -> Entry.isEmergency(entry)).count();
      if (exits > (recording.ending() == Ending.FINISHED ? 0 : 1)) {
        return false;
      }
    }
    return ofOthers(recording).stream().allMatch(NaiveThreads::isOnlyStore)
        && ringsAreWaitedFor(recording);
  }

  private static boolean isOnlyStore(long entry) {
    SchedulerOperation operation = Entry.schedulerOperation(entry);
    return Entry.isEmergency(entry)
        ? operation == SchedulerOperation.STORE_EXIT && Entry.word(entry) == DmbWord.EXIT
        : operation == SchedulerOperation.STORE_BELL;
  }

  private static boolean ringsAreWaitedFor(Recording recording) {
    List<Integer> waiting = new ArrayList<>();
    boolean gated = false;
    for (Tenure tenure : recording.tenures()) {
      List<Long> thread = NaiveOrder.entries(recording.threads().get(tenure.thread()));
      for (long entry : thread.subList(tenure.from(), tenure.to())) {
        switch (Entry.schedulerOperation(entry)) {
          case BUILD_PAYLOAD -> gated = Entry.isGated(entry);
          case STORE_ID -> {
            if (gated) {
              waiting.add(Entry.word(entry));
            }
          }
          case STORE_BELL -> {
            if (!waiting.remove((Integer) Entry.word(entry))) {
              return false;
            }
          }
          default -> {
            // Neither gated nor rung.
          }
        }
      }
    }
    for (long entry : ofOthers(recording)) {
      if (!Entry.isEmergency(entry) && !waiting.remove((Integer) Entry.word(entry))) {
        return false;
      }
    }
    return true;
  }

  private static BitSet owned(Recording recording, int thread) {
    BitSet owned = new BitSet();
    for (Tenure tenure : recording.tenures()) {
      if (tenure.thread() == thread) {
        owned.set(tenure.from(), tenure.to());
      }
    }
    return owned;
  }
}
