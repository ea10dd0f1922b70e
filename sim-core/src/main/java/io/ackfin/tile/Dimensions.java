package io.ackfin.tile;

/** Bounds of what a program is made of. */
final class Dimensions {
  /** No matrix is larger in either direction. */
  static final int LARGEST = 1 << 20;

  private Dimensions() {}

  /** Refuses a number of rows or columns that no matrix can have. */
  static void check(String name, int value) {
    if (value < 1 || value > LARGEST) {
      throw new IllegalArgumentException(
          "%s: %d (expected: 1 to %d)".formatted(name, value, LARGEST));
    }
  }

  /** How many tiles cover a number of rows or columns. */
  static int tiles(int elements, int tile) {
    return (elements + tile - 1) / tile;
  }
}
