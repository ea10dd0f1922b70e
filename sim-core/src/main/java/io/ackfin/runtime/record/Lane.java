package io.ackfin.runtime.record;

import java.util.Objects;

/**
 * What one thread recorded, in the order in which it recorded it (the format is the package's
 * rule). Read only; any thread.
 */
public final class Lane {
  private final String name;
  private final long[] words;
  private final int records;
  private final long lost;

  Lane(String name, long[] words, int records, long lost) {
    this.name = name;
    this.words = words;
    this.records = records;
    this.lost = lost;
  }

  /**
   * A lane that was kept elsewhere.
   *
   * @param words four for each record, in the package's format; not copied
   * @throws IllegalArgumentException if they are no whole records of known kinds
   */
  public static Lane of(String name, long[] words, long lost) {
    if (words.length % Recorder.WORDS != 0) {
      throw new IllegalArgumentException(
          "words: " + words.length + " (expected: " + Recorder.WORDS + " for each record)");
    }
    for (int at = 0; at < words.length; at += Recorder.WORDS) {
      int kind = (int) (words[at] >>> 56);
      if (kind >= RecordKind.values().length) {
        throw new IllegalArgumentException(
            "kind of record " + at / Recorder.WORDS + ": " + kind + " (expected: a known one)");
      }
    }
    return new Lane(name, words, words.length / Recorder.WORDS, lost);
  }

  /** Whose record it is: "scheduler 0", "core 3", "orchestrator" or "caller". */
  public String name() {
    return name;
  }

  /** How many records there are. */
  public int size() {
    return records;
  }

  /** How many records found no room; what is recorded is the run's beginning if it is not 0. */
  public long lost() {
    return lost;
  }

  /** What a record tells. */
  public RecordKind kind(int record) {
    return RecordKind.of((int) (head(record) >>> 56));
  }

  /** The detail, as the kind defines it. */
  public int detail(int record) {
    return (int) (head(record) >>> 48) & 0xFF;
  }

  /** The core that the record is about. */
  public int core(int record) {
    return (int) (head(record) >>> 32) & 0xFFFF;
  }

  /** The value, as the kind defines it. */
  public int value(int record) {
    return (int) head(record);
  }

  /** When the access began, in nanoseconds since the run's epoch. */
  public long beginNs(int record) {
    return words[at(record) + 1];
  }

  /** When the access had ended, in nanoseconds since the run's epoch. */
  public long endNs(int record) {
    return words[at(record) + 2];
  }

  /** The extra word, as the kind defines it. */
  public long extra(int record) {
    return kind(record) == RecordKind.REPEAT ? 0 : words[at(record) + 3];
  }

  private long head(int record) {
    return words[at(record)];
  }

  private int at(int record) {
    return Objects.checkIndex(record, records) * Recorder.WORDS;
  }
}
