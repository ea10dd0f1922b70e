package io.ackfin.crosscheck.inclusion;

import java.util.ArrayList;
import java.util.List;

/**
 * A change of a recording in one place.
 *
 * @param kind what is done
 * @param ofThread whether to an entry of a thread, otherwise to one of a core
 * @param actor the thread's or the core's number
 * @param position which of its entries
 * @param entry what stands there, or after an alteration what shall stand there
 */
record Mutation(Kind kind, boolean ofThread, int actor, int position, long entry) {
  /** What can be done. */
  enum Kind {
    DELETED,
    DOUBLED,
    ALTERED,
    /** It changes places with the entry after it. */
    SWAPPED
  }

  /** The recording with this change; who owned which core when stays as it was. */
  Recording of(Recording recording) {
    List<EntrySequence> cores = new ArrayList<>(recording.cores());
    List<EntrySequence> threads = new ArrayList<>(recording.threads());
    List<EntrySequence> actors = ofThread ? threads : cores;
    actors.set(actor, changed(actors.get(actor)));
    List<Tenure> tenures = recording.tenures().stream().map(this::moved).toList();
    return new Recording(cores, threads, tenures, recording.ending());
  }

  private EntrySequence changed(EntrySequence entries) {
    EntrySequence changed = new EntrySequence();
    for (int at = 0; at < entries.size(); at++) {
      if (at != position) {
        changed.append(entries.get(at));
      } else if (kind == Kind.ALTERED) {
        changed.append(entry);
      } else if (kind == Kind.DOUBLED) {
        changed.append(entry);
        changed.append(entry);
      } else if (kind == Kind.SWAPPED) {
        changed.append(entries.get(++at));
        changed.append(entry);
      }
    }
    return changed;
  }

  private Tenure moved(Tenure tenure) {
    if (!ofThread || tenure.thread() != actor) {
      return tenure;
    }
    int from = moved(tenure.from());
    return new Tenure(tenure.core(), actor, from, moved(tenure.to()));
  }

  private int moved(int boundary) {
    if (boundary <= position) {
      return boundary;
    }
    return switch (kind) {
      case DELETED -> boundary - 1;
      case DOUBLED -> boundary + 1;
      case ALTERED, SWAPPED -> boundary;
    };
  }

  @Override
  public String toString() {
    String what =
        ofThread
            ? "thread " + actor + " on core " + Entry.core(entry) + ": " + Words.ofThread(entry)
            : "core " + actor + ": " + Words.ofCore(entry);
    return kind + " #" + position + " of " + what;
  }
}
