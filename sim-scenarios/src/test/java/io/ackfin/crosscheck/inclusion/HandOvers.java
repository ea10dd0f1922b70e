package io.ackfin.crosscheck.inclusion;

import io.ackfin.handshake.SchedulerOperation;
import java.util.ArrayList;
import java.util.List;

/** Gives the one core of a recording of one thread to two threads in turn. */
final class HandOvers {
  private HandOvers() {}

  /** The recording with the core handed over wherever its owner is between two programs. */
  static Recording alternating(Recording recording) {
    EntrySequence only = recording.threads().get(0);
    List<Integer> places = new ArrayList<>();
    for (int at = 1; at < only.size(); at++) {
      if (begins(only, at)) {
        places.add(at);
      }
    }
    return at(recording, places);
  }

  /** The recording with the core handed over before the entries at these places, ascending. */
  static Recording at(Recording recording, List<Integer> places) {
    EntrySequence only = recording.threads().get(0);
    Recording.Builder handedOver = new Recording.Builder(1, 2).owns(0, 0);
    int owner = 0;
    for (int at = 0; at < only.size(); at++) {
      if (places.contains(at)) {
        owner = 1 - owner;
        handedOver.owns(owner, 0);
      }
      handedOver.thread(owner, only.get(at));
    }
    return withCore(recording, handedOver);
  }

  /** The recording of a core with all its owners in one. */
  static Recording joined(Recording recording) {
    Recording.Builder joined = new Recording.Builder(1, 1).owns(0, 0);
    for (Tenure tenure : recording.tenures()) {
      for (int at = tenure.from(); at < tenure.to(); at++) {
        joined.thread(0, recording.threads().get(tenure.thread()).get(at));
      }
    }
    return withCore(recording, joined);
  }

  private static Recording withCore(Recording recording, Recording.Builder threads) {
    EntrySequence core = recording.cores().get(0);
    for (int at = 0; at < core.size(); at++) {
      threads.core(0, core.get(at));
    }
    return threads.ended(recording.ending());
  }

  /** Whether an entry begins a program; a look and its dispatch go together. */
  static boolean begins(EntrySequence thread, int at) {
    boolean looked =
        at > 0 && Entry.schedulerOperation(thread.get(at - 1)) == SchedulerOperation.LOOK_AT_COND;
    return switch (Entry.schedulerOperation(thread.get(at))) {
      case APPLY_COND, LOOK_AT_COND, STORE_EXIT -> true;
      case BUILD_PAYLOAD -> !looked;
      default -> false;
    };
  }
}
