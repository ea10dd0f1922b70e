package io.ackfin.protocol;

/** What a task needs of one cluster; derived from its active mask. One ready queue per shape. */
public enum ResourceShape {
  /** One cube core. */
  AIC_ONLY(1, 0),
  /** One vector core. */
  AIV_X1(0, 1),
  /** Both vector cores. */
  AIV_X2(0, 2),
  /** The cube core and one vector core. */
  AIC_AIV_X1(1, 1),
  /** The whole cluster. */
  AIC_AIV_X2(1, 2);

  /** How many shapes there are. */
  public static final int COUNT = 5;

  private static final ResourceShape[] ALL = values();

  private final int cubes;
  private final int vectors;

  ResourceShape(int cubes, int vectors) {
    this.cubes = cubes;
    this.vectors = vectors;
  }

  /** The shape with the given position, without copying an array. */
  public static ResourceShape of(int position) {
    return ALL[position];
  }

  /**
   * The shape of a task whose subtasks are the bits of {@code activeMask} ({@link Subslot#bit}).
   *
   * @throws IllegalArgumentException if the mask is empty or has a bit that is no subslot's
   */
  public static ResourceShape ofMask(int activeMask) {
    if (activeMask <= 0 || activeMask >= 1 << Subslot.COUNT) {
      throw new IllegalArgumentException("activeMask: " + activeMask + " (expected: 1 to 7)");
    }
    int cubes = Subslot.AIC.in(activeMask) ? 1 : 0;
    int vectors = Integer.bitCount(activeMask) - cubes;
    for (ResourceShape shape : ALL) {
      if (shape.cubes == cubes && shape.vectors == vectors) {
        return shape;
      }
    }
    throw new AssertionError(activeMask);
  }

  /** The active mask of a task of this shape that fills its subslots from the first. */
  public int mask() {
    return (cubes == 1 ? Subslot.AIC.bit() : 0)
        | (vectors >= 1 ? Subslot.AIV0.bit() : 0)
        | (vectors == 2 ? Subslot.AIV1.bit() : 0);
  }

  /** Cube cores needed: 0 or 1. */
  public int cubes() {
    return cubes;
  }

  /** Vector cores needed: 0 to 2. */
  public int vectors() {
    return vectors;
  }

  /** Whether one core is enough, so that a running core's pending slot can take such a task. */
  public boolean singleCore() {
    return cubes + vectors == 1;
  }
}
