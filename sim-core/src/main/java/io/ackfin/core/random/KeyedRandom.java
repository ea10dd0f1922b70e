package io.ackfin.core.random;

/**
 * Random draws of one seed, each a pure function of its keys (the rule is the package's).
 *
 * <p>Every key passes through a bijective 64-bit mixer before the next one enters, so that keys
 * that differ in one bit, consecutive task numbers among them, give unrelated draws. Immutable; any
 * thread.
 */
public final class KeyedRandom {
  /** Fraction of 2 to the 64th by the golden ratio: keeps an all-zero key off the fixed point. */
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private static final int UNIT_BITS = 52;
  private static final double UNIT_STEP = 0x1.0p-52;

  private final long seed;
  private final long start;

  /** Draws of {@code seed}; every {@code long} is a good seed. */
  public KeyedRandom(long seed) {
    this.seed = seed;
    this.start = mix(seed + GAMMA);
  }

  /** The seed, as given. */
  public long seed() {
    return seed;
  }

  /**
   * 64 uniform bits.
   *
   * @param stream which part of the simulator asks
   * @param task the number of the item that the draw is about
   * @param purpose what the draw decides
   */
  public long bits(RandomKey stream, long task, RandomKey purpose) {
    long state = mix((start ^ stream.code()) + GAMMA);
    state = mix((state ^ task) + GAMMA);
    return mix((state ^ purpose.code()) + GAMMA);
  }

  /**
   * A number in the open interval (0, 1): the middle of one of 2 to the 52nd equal steps, so that
   * neither end is ever drawn and an inverse distribution function stays finite.
   */
  public double unit(RandomKey stream, long task, RandomKey purpose) {
    long step = bits(stream, task, purpose) >>> (Long.SIZE - UNIT_BITS);
    return (step + 0.5) * UNIT_STEP;
  }

  /**
   * A whole number from 0 to {@code bound - 1}. No number is preferred by more than {@code bound}
   * in 2 to the 63rd.
   *
   * @throws IllegalArgumentException if {@code bound} is not positive
   */
  public long below(RandomKey stream, long task, RandomKey purpose, long bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound: " + bound + " (expected: >= 1)");
    }
    long fraction = bits(stream, task, purpose) >>> 1;
    // The upper 65 bits of the 128-bit product: the fraction, of 63 bits, times the bound.
    long high = Math.multiplyHigh(fraction, bound);
    long low = fraction * bound;
    return (high << 1) | (low >>> (Long.SIZE - 1));
  }

  /** Stafford's thirteenth variant of the 64-bit finaliser of MurmurHash3, as in SplitMix64. */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
