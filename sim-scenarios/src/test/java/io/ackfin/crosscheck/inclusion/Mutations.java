package io.ackfin.crosscheck.inclusion;

import io.ackfin.handshake.AccessKind;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** All changes of a recording in one place. */
final class Mutations {
  private static final int MOST_CHANGES = 3;

  // Greater ones are reserved words that an alteration has put there.
  private static final int MOST = 1_000;

  private final int ids;
  private final int payloads;

  /** Those of one recording; its ids and its payloads are small numbers. */
  private Mutations(Recording recording) {
    ids = 2 + greatest(recording, SchedulerOperation.STORE_ID);
    payloads = 2 + greatest(recording, SchedulerOperation.BUILD_PAYLOAD);
  }

  /**
   * Every change: each entry left out, doubled, swapped with the next one of its actor if that is
   * another, and with each other value that an entry like it may have.
   */
  static List<Mutation> all(Recording recording) {
    Mutations mutations = new Mutations(recording);
    List<Mutation> all = new ArrayList<>();
    for (int core = 0; core < recording.cores().size(); core++) {
      mutations.add(all, false, core, recording.cores().get(core));
    }
    for (int thread = 0; thread < recording.threads().size(); thread++) {
      mutations.add(all, true, thread, recording.threads().get(thread));
    }
    return all;
  }

  /** A recording changed in one to three places. */
  static Recording random(Recording recording, Random random) {
    Recording changed = recording;
    for (int left = 1 + random.nextInt(MOST_CHANGES); left > 0; left--) {
      List<Mutation> mutations = all(changed);
      if (!mutations.isEmpty()) {
        changed = mutations.get(random.nextInt(mutations.size())).of(changed);
      }
    }
    return changed;
  }

  private void add(List<Mutation> all, boolean ofThread, int actor, EntrySequence entries) {
    for (int at = 0; at < entries.size(); at++) {
      long entry = entries.get(at);
      all.add(new Mutation(Mutation.Kind.DELETED, ofThread, actor, at, entry));
      all.add(new Mutation(Mutation.Kind.DOUBLED, ofThread, actor, at, entry));
      if (at + 1 < entries.size() && entries.get(at + 1) != entry) {
        all.add(new Mutation(Mutation.Kind.SWAPPED, ofThread, actor, at, entry));
      }
      for (long other : ofThread ? othersOfThread(entry) : othersOfCore(entry)) {
        if (other != entry) {
          all.add(new Mutation(Mutation.Kind.ALTERED, ofThread, actor, at, other));
        }
      }
    }
  }

  private Set<Long> othersOfCore(long entry) {
    Set<Long> others = new LinkedHashSet<>();
    Location location = Entry.coreOperation(entry).location();
    for (int word : words(location)) {
      others.add(
          location == Location.PAYLOAD
              ? Entry.ofCorePayload(Entry.coreOperation(entry), Entry.slot(entry), word)
              : Entry.ofCore(Entry.coreOperation(entry), word));
    }
    if (location == Location.PAYLOAD) {
      int slot = 1 - Entry.slot(entry);
      others.add(Entry.ofCorePayload(Entry.coreOperation(entry), slot, Entry.word(entry)));
    }
    return others;
  }

  private Set<Long> othersOfThread(long entry) {
    Set<Long> others = new LinkedHashSet<>();
    int core = Entry.core(entry);
    SchedulerOperation operation = Entry.schedulerOperation(entry);
    for (int word : words(operation.location())) {
      others.add(
          switch (operation) {
            case BUILD_PAYLOAD -> gatedLike(entry, Entry.slot(entry), word);
            case APPLY_COND -> Entry.poll(core, word, Entry.caseOf(entry));
            default -> {
              long other = Entry.ofThread(core, operation, word);
              yield Entry.isEmergency(entry) ? Entry.emergency(other) : other;
            }
          });
    }
    if (operation == SchedulerOperation.BUILD_PAYLOAD) {
      others.add(gatedLike(entry, 1 - Entry.slot(entry), Entry.word(entry)));
      long open = Entry.payload(core, Entry.slot(entry), Entry.word(entry));
      others.add(Entry.isGated(entry) ? open : Entry.gated(open));
    }
    if (operation == SchedulerOperation.APPLY_COND) {
      for (CompletionCase other : CompletionCase.values()) {
        others.add(Entry.poll(core, Entry.word(entry), other));
      }
    }
    if (operation.kind() == AccessKind.LOAD) {
      others.add(Entry.ended(entry));
    }
    return others;
  }

  private static long gatedLike(long entry, int slot, int payload) {
    long other = Entry.payload(Entry.core(entry), slot, payload);
    return Entry.isGated(entry) ? Entry.gated(other) : other;
  }

  /** Every word that such a place may hold in a run like this, and some that it may not. */
  private int[] words(Location location) {
    return switch (location) {
      case DMB, BELL, DMB_BOTH -> withIds(id -> id, DmbWord.IDLE, DmbWord.EXIT);
      case COND -> {
        int[] acks = withIds(CondWord::ack, CondWord.CORE_IDLE, CondWord.CORE_EXITED);
        int[] fins = withIds(CondWord::fin, 0, 0);
        int[] words = Arrays.copyOf(acks, acks.length + fins.length);
        System.arraycopy(fins, 0, words, acks.length, fins.length);
        yield words;
      }
      case PAYLOAD -> IntStream.range(-1, payloads).toArray();
      case OUTPUT -> new int[] {0, 1};
      default -> new int[] {0, 1, 2};
    };
  }

  private int[] withIds(IntUnaryOperator word, int first, int second) {
    int[] words = Arrays.copyOf(new int[] {first, second}, ids + 2);
    for (int id = 0; id < ids; id++) {
      words[2 + id] = word.applyAsInt(id);
    }
    return words;
  }

  private static int greatest(Recording recording, SchedulerOperation operation) {
    int greatest = 0;
    for (EntrySequence thread : recording.threads()) {
      for (int i = 0; i < thread.size(); i++) {
        int word = Entry.word(thread.get(i));
        if (Entry.schedulerOperation(thread.get(i)) == operation && word < MOST) {
          greatest = Math.max(greatest, word);
        }
      }
    }
    return greatest;
  }
}
