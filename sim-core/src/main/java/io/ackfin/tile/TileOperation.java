package io.ackfin.tile;

/** One operation of a {@link TileProgram}. Addresses and sizes are bytes of the arena. */
public sealed interface TileOperation {
  /**
   * How a tile lies in its tensor's memory.
   *
   * @param rowStride from one row to the next, in floats
   * @param transposed whether the rows in memory are the tile's columns
   */
  record Layout(int rowStride, boolean transposed) {}

  /**
   * Brings a tile of a tensor into the arena, row by row without gaps.
   *
   * @param tensor its number in the program
   * @param row the tile's row of tiles
   * @param column the tile's column of tiles
   * @param address where it goes
   * @param bytes its size
   * @param layout how memory holds it
   */
  record Load(int tensor, int row, int column, int address, int bytes, Layout layout)
      implements TileOperation {}

  /**
   * Adds the product of two tiles to an accumulator, which is cleared first where k is 0.
   *
   * @param m row of tiles of the product
   * @param n column of tiles of the product
   * @param k which of the sum's products it is
   * @param a address of the left tile, of row m and column k
   * @param b address of the right tile, of row k and column n
   * @param accumulator address of the sum
   */
  record Exec(int m, int n, int k, int a, int b, int accumulator) implements TileOperation {}

  /**
   * Brings an accumulator into a tensor.
   *
   * @param tensor its number in the program
   * @param row the tile's row of tiles
   * @param column the tile's column of tiles
   * @param address where the accumulator is
   * @param bytes its size
   * @param relu whether what is below 0 is replaced by +0 on the way
   */
  record Store(int tensor, int row, int column, int address, int bytes, boolean relu)
      implements TileOperation {}
}
