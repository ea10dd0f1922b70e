package io.ackfin.core.stats;

/** How often something happened, or how much of it there was in total. */
public final class Counter implements Statistic {
  private final Declaration declaration;
  private long value;

  Counter(Declaration declaration) {
    this.declaration = declaration;
  }

  /** One more. */
  public void increment() {
    add(1);
  }

  /**
   * That many more.
   *
   * @param amount 0 or more
   * @throws IllegalArgumentException if it is negative
   * @throws ArithmeticException if the total does not fit into a {@code long}
   */
  public void add(long amount) {
    if (amount < 0) {
      throw new IllegalArgumentException(declaration + ": " + amount + " (expected: >= 0)");
    }
    value = Math.addExact(value, amount);
  }

  /** The total so far. */
  public long value() {
    return value;
  }

  @Override
  public Declaration declaration() {
    return declaration;
  }
}
