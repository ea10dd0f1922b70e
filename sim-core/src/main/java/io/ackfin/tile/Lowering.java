package io.ackfin.tile;

import java.util.ArrayList;
import java.util.List;

/** The fourth stage: products of matrices become steps of one tile each, for m, for n, for k. */
final class Lowering {
  private static final long MOST_STEPS = 20_000_000;

  private Lowering() {}

  static List<Step> lower(List<Fusion.Product> products, List<Tensor> tensors) {
    requireFew(products, tensors);
    List<Step> steps = new ArrayList<>();
    for (int product = 0; product < products.size(); product++) {
      boolean relu = products.get(product).relu();
      Tensor left = tensors.get(Padding.left(product));
      Tensor output = tensors.get(Padding.output(product));
      for (int m = 0; m < output.tileRows(); m++) {
        for (int n = 0; n < output.tileColumns(); n++) {
          for (int k = 0; k < left.tileColumns(); k++) {
            steps.add(
                new Step(
                    Padding.left(product),
                    Padding.weights(product),
                    Padding.output(product),
                    m,
                    n,
                    k,
                    k == left.tileColumns() - 1,
                    relu));
          }
        }
      }
    }
    return steps;
  }

  private static void requireFew(List<Fusion.Product> products, List<Tensor> tensors) {
    long steps = 0;
    for (int product = 0; product < products.size(); product++) {
      Tensor left = tensors.get(Padding.left(product));
      Tensor right = tensors.get(Padding.weights(product));
      steps += (long) left.tileRows() * left.tileColumns() * right.tileColumns();
    }
    if (steps > MOST_STEPS) {
      throw new IllegalArgumentException(
          "layers: %d products of tiles (expected: at most %d)".formatted(steps, MOST_STEPS));
    }
  }
}
