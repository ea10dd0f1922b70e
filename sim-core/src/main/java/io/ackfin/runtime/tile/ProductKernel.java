package io.ackfin.runtime.tile;

/** How products of tiles are computed. All give the same floats. */
public enum ProductKernel {
  /** Element by element. */
  REFERENCE("reference") {
    @Override
    TileProduct create(int tile) {
      return new ReferenceProduct(tile);
    }
  },
  /** Row by row, several columns at once. */
  VECTORISED("vectorised") {
    @Override
    TileProduct create(int tile) {
      return new VectorisedProduct(tile);
    }
  };

  private final String label;

  ProductKernel(String label) {
    this.label = label;
  }

  /** A kernel for one thread and tiles of so many rows and columns. */
  abstract TileProduct create(int tile);

  /** The name in files. */
  @Override
  public String toString() {
    return label;
  }
}
