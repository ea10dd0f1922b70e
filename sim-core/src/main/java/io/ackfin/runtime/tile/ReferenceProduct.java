package io.ackfin.runtime.tile;

/** Element by element, as it is written down in books. */
final class ReferenceProduct extends TileProduct {
  ReferenceProduct(int tile) {
    super(tile);
  }

  @Override
  void addProduct(float[] arena, int a, int b, int sum) {
    for (int row = 0; row < tile; row++) {
      for (int column = 0; column < tile; column++) {
        float value = arena[sum + row * tile + column];
        for (int k = 0; k < tile; k++) {
          value += arena[a + row * tile + k] * arena[b + k * tile + column];
        }
        arena[sum + row * tile + column] = value;
      }
    }
  }
}
