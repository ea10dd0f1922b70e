package io.ackfin.runtime.probe;

/** How much of two processors other work takes away. */
public final class Contention {
  // No loop of readings takes so long by itself; whoever loses a processor loses it for longer.
  private static final long LOST_NS = 5_000;

  private Contention() {}

  /**
   * Keeps two processors busy with the clock and adds up where it stood still.
   *
   * @param nanos how long
   * @return the larger of the two shares of that time that were lost, 0 to 1
   */
  public static double share(long nanos) {
    long[] mine = new long[1];
    long[] theirs = new long[1];
    Partner.beside(() -> theirs[0] = lost(nanos), () -> mine[0] = lost(nanos));
    return Math.min(1, (double) Math.max(mine[0], theirs[0]) / nanos);
  }

  private static long lost(long nanos) {
    long start = System.nanoTime();
    long last = start;
    long lost = 0;
    while (last - start < nanos) {
      long now = System.nanoTime();
      if (now - last > LOST_NS) {
        lost += now - last;
      }
      last = now;
    }
    return lost;
  }
}
