package io.ackfin.verify;

/**
 * Hash compaction: keeps 64 bits of hash of a state and no more, 32 of them in the index and the
 * other 32 here. States are held whole only until their steps were looked at.
 *
 * <p>What that costs is certainty: a state whose hash is that of another one is taken for it, and
 * what only it leads to is missed. With n states there are n (n - 1) / 2 pairs, each of which meets
 * with a probability of 1 / 2^64; so at most about n^2 / 2^65 is the probability that anything was
 * missed. What is found stays exact, since every way to it is walked again, step by step.
 */
final class CompactStates implements StateStore {
  private static final double PAIRS = 0x1p65;

  private final LongRows rows;
  private final IntRows lowerHashes;

  CompactStates(int words, MemoryBudget budget) {
    rows = new LongRows(words, budget);
    lowerHashes = new IntRows(budget);
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public boolean reserve(int more) {
    return rows.reserve(more) && lowerHashes.reserve(more);
  }

  @Override
  public void add(long[] words, int offset, long hash) {
    rows.add(words, offset);
    lowerHashes.add((int) hash);
  }

  @Override
  public boolean same(int number, long[] words, int offset, long hash) {
    return lowerHashes.get(number) == (int) hash;
  }

  @Override
  public long touch(int number) {
    return lowerHashes.get(number);
  }

  @Override
  public void read(int number, long[] into) {
    rows.read(number, into);
  }

  @Override
  public boolean holds(int number) {
    return rows.holds(number);
  }

  @Override
  public void passed(int number) {
    rows.dropBefore(number);
  }

  @Override
  public int bitsPerState() {
    return Long.SIZE;
  }

  @Override
  public double missed() {
    return (double) size() * size() / PAIRS;
  }

  @Override
  public void clear() {
    rows.clear();
    lowerHashes.clear();
  }
}
