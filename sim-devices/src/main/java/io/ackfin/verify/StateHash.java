package io.ackfin.verify;

/**
 * 64 bits out of a situation. Each {@code long} is mixed for itself, with a constant for its place,
 * and the results are joined by exclusive or: the mixes do not wait for one another, and two
 * situations that differ in one {@code long} never have the same hash. The mix is the finalizer of
 * SplitMix64 (Steele, Lea and Flood 2014; constants by Stafford).
 */
final class StateHash {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private StateHash() {}

  static long of(long[] words, int offset, int count) {
    long hash = 0;
    long place = 0;
    for (int i = 0; i < count; i++) {
      place += GOLDEN;
      hash ^= mix(words[offset + i] + place);
    }
    return hash;
  }

  private static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
