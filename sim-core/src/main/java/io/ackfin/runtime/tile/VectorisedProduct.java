package io.ackfin.runtime.tile;

/**
 * A row of the sum at a time, so that the compiler carries out several columns at once. It does so
 * only for a short loop over arrays of which every one begins at the loop's own index, hence the
 * copies of the right tile's rows; four steps of k in one loop save it most of the reading and
 * writing of the sum, and add in the same order as four loops would.
 */
final class VectorisedProduct extends TileProduct {
  private static final int STEPS = 4;

  private final float[][] rightRows;
  private final float[] sumRow;

  /** For tiles whose side is a multiple of four. */
  VectorisedProduct(int tile) {
    super(tile);
    rightRows = new float[tile][tile];
    sumRow = new float[tile];
  }

  @Override
  void addProduct(float[] arena, int a, int b, int sum) {
    for (int k = 0; k < tile; k++) {
      System.arraycopy(arena, b + k * tile, rightRows[k], 0, tile);
    }
    for (int row = 0; row < tile; row++) {
      System.arraycopy(arena, sum + row * tile, sumRow, 0, tile);
      for (int k = 0; k < tile; k += STEPS) {
        addFour(arena, a + row * tile + k, k);
      }
      System.arraycopy(sumRow, 0, arena, sum + row * tile, tile);
    }
  }

  private void addFour(float[] arena, int left, int k) {
    float[] row = sumRow;
    float[] right0 = rightRows[k];
    float[] right1 = rightRows[k + 1];
    float[] right2 = rightRows[k + 2];
    float[] right3 = rightRows[k + 3];
    float left0 = arena[left];
    float left1 = arena[left + 1];
    float left2 = arena[left + 2];
    float left3 = arena[left + 3];
    for (int i = 0; i < row.length; i++) {
      row[i] =
          (((row[i] + left0 * right0[i]) + left1 * right1[i]) + left2 * right2[i])
              + left3 * right3[i];
    }
  }
}
