package io.ackfin.tile;

/**
 * One EXEC before addresses are known: tile (m, k) of the left tensor times tile (k, n) of the
 * right one, for tile (m, n) of the output.
 *
 * @param last whether it is the last one of its output tile, which is to be stored then
 * @param relu whether that STORE applies ReLU
 */
record Step(int left, int right, int output, int m, int n, int k, boolean last, boolean relu) {
  /** Whether it is the first one of its output tile. */
  boolean first() {
    return k == 0;
  }

  Operand a() {
    return new Operand(left, m, k);
  }

  Operand b() {
    return new Operand(right, k, n);
  }

  /** A tile of a tensor, by the tensor's number. */
  record Operand(int tensor, int row, int column) {}
}
