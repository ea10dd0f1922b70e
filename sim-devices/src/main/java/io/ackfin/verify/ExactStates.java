package io.ackfin.verify;

/** Keeps every state whole. */
final class ExactStates implements StateStore {
  private final int words;
  private final LongRows rows;

  ExactStates(int words, MemoryBudget budget) {
    this.words = words;
    rows = new LongRows(words, budget);
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public boolean reserve(int more) {
    return rows.reserve(more);
  }

  @Override
  public void add(long[] from, int offset, long hash) {
    rows.add(from, offset);
  }

  @Override
  public boolean same(int number, long[] other, int offset, long hash) {
    return rows.equal(number, other, offset);
  }

  @Override
  public long touch(int number) {
    return rows.first(number);
  }

  @Override
  public void read(int number, long[] into) {
    rows.read(number, into);
  }

  @Override
  public boolean holds(int number) {
    return true;
  }

  @Override
  public void passed(int number) {}

  @Override
  public int bitsPerState() {
    return words * Long.SIZE;
  }

  @Override
  public double missed() {
    return 0;
  }

  @Override
  public void clear() {
    rows.clear();
  }
}
