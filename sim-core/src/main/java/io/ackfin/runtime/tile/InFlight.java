package io.ackfin.runtime.tile;

/**
 * The EXECs that were handed over and may not be done, and which bytes they use. Bounded by the
 * ring: there are never more than it holds and the one that is being carried out. One thread.
 */
final class InFlight {
  private static final int RANGES = 3;

  private final int mask;
  private final int tileBytes;
  private final int[] addresses;
  private long handedOver;

  /** For a ring of so many items, a power of two. */
  InFlight(int ringItems, int tileBytes) {
    int places = 2 * ringItems;
    mask = places - 1;
    this.tileBytes = tileBytes;
    addresses = new int[RANGES * places];
  }

  /** An EXEC was handed over. */
  void add(WorkItem item) {
    int at = RANGES * ((int) handedOver & mask);
    addresses[at] = item.a();
    addresses[at + 1] = item.b();
    addresses[at + 2] = item.accumulator();
    handedOver++;
  }

  /**
   * Whether one of them uses a byte of a tile.
   *
   * @param done how many EXECs are known to be done
   */
  boolean uses(int address, long done) {
    for (long exec = handedOver - 1; exec >= done; exec--) {
      int at = RANGES * ((int) exec & mask);
      for (int range = 0; range < RANGES; range++) {
        if (Math.abs(addresses[at + range] - address) < tileBytes) {
          return true;
        }
      }
    }
    return false;
  }
}
