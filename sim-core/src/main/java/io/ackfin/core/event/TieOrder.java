package io.ackfin.core.event;

/**
 * How ties between owners are broken: events of the same tick and phase run in the order of their
 * owner's priority. Either the priority is the rank as wired, or it is a keyed permutation of the
 * ranks. A result that changes with the permutation hangs on ties, that is on a race of the model.
 * Events of one owner keep their order in both forms.
 */
public final class TieOrder {
  private static final TieOrder AS_WIRED = new TieOrder(false, 0);

  private final boolean permuted;
  private final long seed;

  private TieOrder(boolean permuted, long seed) {
    this.permuted = permuted;
    this.seed = seed;
  }

  /** The smaller rank goes first. */
  public static TieOrder asWired() {
    return AS_WIRED;
  }

  /** Owners in a pseudo-random order that depends on the seed and the ranks alone. */
  public static TieOrder permuted(long seed) {
    return new TieOrder(true, seed);
  }

  /**
   * The priority of a rank, to be compared unsigned; the smaller goes first. Two ranks never share
   * a priority, because every step of the permutation can be undone.
   */
  int priority(int rank) {
    if (!permuted) {
      return rank;
    }
    // Two rounds, each keyed by one half of the seed; the mixing is the finalizer of MurmurHash3.
    return mix(mix(rank ^ (int) seed) ^ (int) (seed >>> Integer.SIZE));
  }

  private static int mix(int value) {
    int mixed = value;
    mixed = (mixed ^ (mixed >>> 16)) * 0x85EBCA6B;
    mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
    return mixed ^ (mixed >>> 16);
  }

  /** {@code as wired} or {@code permuted by seed 7}. */
  @Override
  public String toString() {
    return permuted ? "permuted by seed " + seed : "as wired";
  }
}
