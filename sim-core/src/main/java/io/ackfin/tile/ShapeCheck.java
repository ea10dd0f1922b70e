package io.ackfin.tile;

import java.util.LinkedHashSet;
import java.util.Set;

/** The first stage: whether the layers of a network fit one another. */
final class ShapeCheck {
  private ShapeCheck() {}

  /**
   * Checks.
   *
   * @throws IllegalArgumentException if a product's shapes do not fit, a ReLU has no product before
   *     it, a name is used twice, or there is no product
   */
  static void check(Network network) {
    Set<String> names = new LinkedHashSet<>();
    requireUnused(names, network.input());
    String before = network.input();
    int columns = network.columns();
    for (int i = 0; i < network.layers().size(); i++) {
      if (network.layers().get(i) instanceof Layer.MatMul product) {
        requireUnused(names, product.weights());
        requireFit(before, network.rows(), columns, product);
        before = "its product with " + product.weights();
        columns = product.columns();
      } else if (i == 0) {
        throw new IllegalArgumentException("layers[0]: relu (expected: a matrix product)");
      }
    }
    if (network.layers().isEmpty()) {
      throw new IllegalArgumentException("layers: [] (expected: at least one matrix product)");
    }
  }

  private static void requireFit(String before, int rows, int columns, Layer.MatMul product) {
    if (columns != product.rows()) {
      throw new IllegalArgumentException(
          "%s: %d x %d (expected: %d rows, as %s is %d x %d)"
              .formatted(
                  product.weights(),
                  product.rows(),
                  product.columns(),
                  columns,
                  before,
                  rows,
                  columns));
    }
  }

  private static void requireUnused(Set<String> names, String name) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("name: " + name + " (expected: used once)");
    }
  }
}
