package io.ackfin.tile;

import java.util.ArrayList;
import java.util.List;

/**
 * A chain of matrix products with optional ReLU.
 *
 * @param input the name of the matrix that goes in
 * @param rows its rows
 * @param columns its columns
 * @param layers what is done to it, in order
 */
public record Network(String input, int rows, int columns, List<Layer> layers) {
  public Network {
    layers = List.copyOf(layers);
    Dimensions.check(input + ".rows", rows);
    Dimensions.check(input + ".columns", columns);
  }

  /** A network that does nothing yet. */
  public static Network of(String input, int rows, int columns) {
    return new Network(input, rows, columns, List.of());
  }

  /** This network with a product at its end. */
  public Network matMul(String weights, int weightRows, int weightColumns) {
    return with(new Layer.MatMul(weights, weightRows, weightColumns, false));
  }

  /** This network with a product at its end whose weights lie transposed in memory. */
  public Network matMulTransposed(String weights, int weightRows, int weightColumns) {
    return with(new Layer.MatMul(weights, weightRows, weightColumns, true));
  }

  /** This network with a ReLU at its end. */
  public Network relu() {
    return with(new Layer.Relu());
  }

  /** This network with a layer at its end. */
  public Network with(Layer layer) {
    List<Layer> longer = new ArrayList<>(layers);
    longer.add(layer);
    return new Network(input, rows, columns, longer);
  }
}
