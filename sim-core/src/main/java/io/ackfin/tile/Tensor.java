package io.ackfin.tile;

/**
 * A matrix in memory, padded to whole tiles and laid out row by row.
 *
 * @param name what people call it
 * @param role where its contents come from
 * @param rows rows as the network sees it, without padding
 * @param columns columns as the network sees it, without padding
 * @param tile rows and columns of a tile
 * @param transposed whether memory holds it transposed
 */
public record Tensor(String name, Role role, int rows, int columns, int tile, boolean transposed) {
  /** Where a tensor's contents come from. */
  public enum Role {
    /** Given before the program runs. */
    INPUT,
    /** Given before the program runs, and the same for every input. */
    WEIGHTS,
    /** Stored by the program, and loaded again. */
    INTERMEDIATE,
    /** Stored by the program: its result. */
    OUTPUT;

    /** Whether it is there before the program runs. */
    public boolean given() {
      return this == INPUT || this == WEIGHTS;
    }
  }

  /** Rows of tiles, as the network sees it. */
  public int tileRows() {
    return Dimensions.tiles(rows, tile);
  }

  /** Columns of tiles, as the network sees it. */
  public int tileColumns() {
    return Dimensions.tiles(columns, tile);
  }

  /** From one row in memory to the next, in floats. */
  public int rowStride() {
    return tile * (transposed ? tileRows() : tileColumns());
  }

  /** Floats in memory, padding included. */
  public long floats() {
    return (long) tile * tile * tileRows() * tileColumns();
  }

  /** Where in memory a tile's first float is, by its row and column as the network sees it. */
  public long offset(int tileRow, int tileColumn) {
    int memoryRow = transposed ? tileColumn : tileRow;
    int memoryColumn = transposed ? tileRow : tileColumn;
    return (long) memoryRow * tile * rowStride() + (long) memoryColumn * tile;
  }

  /** How a LOAD of its tiles reads memory. */
  public TileOperation.Layout layout() {
    return new TileOperation.Layout(rowStride(), transposed);
  }

  /** What people call one of its tiles: {@code w1[2,0]}. */
  public String tileName(int tileRow, int tileColumn) {
    return "%s[%d,%d]".formatted(name, tileRow, tileColumn);
  }
}
