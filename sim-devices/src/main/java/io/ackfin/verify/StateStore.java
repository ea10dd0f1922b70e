package io.ackfin.verify;

/** What a search keeps of each state, by number in the order of discovery. */
interface StateStore {
  /** How many states are kept. */
  int size();

  /** Makes room; false if the budget does not allow it. */
  boolean reserve(int more);

  /** Appends a state where room was made. */
  void add(long[] words, int offset, long hash);

  /** Whether a state is this one, as far as the store can tell. */
  boolean same(int number, long[] words, int offset, long hash);

  /** Reads something of a state, so that the cache has it when {@link #same} is asked. */
  long touch(int number);

  /** Copies a state that is still held. */
  void read(int number, long[] into);

  /** Whether a state can be read. */
  boolean holds(int number);

  /** The states in front of this one need not be held for being read. */
  void passed(int number);

  /** How many bits are kept of a state for good. */
  int bitsPerState();

  /** The probability that some state was taken for another one and so missed; 0 if it cannot be. */
  double missed();

  /** Gives everything back; the store is empty then. */
  void clear();
}
