package io.ackfin.tile;

/** One step of a {@link Network}; what it is applied to is what the step before it gives. */
public sealed interface Layer {
  /**
   * Multiplies by a matrix of weights.
   *
   * @param weights the matrix's name
   * @param rows rows of the matrix: the columns of what is multiplied
   * @param columns columns of the matrix and of the product
   * @param transposed whether memory holds the matrix transposed, so that its LOADs transpose
   */
  record MatMul(String weights, int rows, int columns, boolean transposed) implements Layer {
    public MatMul {
      Dimensions.check(weights + ".rows", rows);
      Dimensions.check(weights + ".columns", columns);
    }
  }

  /** Replaces what is below 0 by +0; what is no number stays none. */
  record Relu() implements Layer {}
}
