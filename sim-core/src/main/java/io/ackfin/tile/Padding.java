package io.ackfin.tile;

import java.util.ArrayList;
import java.util.List;

/**
 * The third stage: the tensors of a network, padded to whole tiles. The input has number 0; product
 * p multiplies tensor 2p by tensor 2p + 1 and gives tensor 2p + 2, from which the next one goes on.
 */
final class Padding {
  private Padding() {}

  /** The tensor on the left of a product. */
  static int left(int product) {
    return 2 * product;
  }

  /** The tensor on the right of a product. */
  static int weights(int product) {
    return 2 * product + 1;
  }

  /** The tensor that a product gives. */
  static int output(int product) {
    return 2 * product + 2;
  }

  static List<Tensor> pad(Network network, List<Fusion.Product> products, int tile) {
    List<Tensor> tensors = new ArrayList<>();
    tensors.add(
        new Tensor(
            network.input(), Tensor.Role.INPUT, network.rows(), network.columns(), tile, false));
    for (int i = 0; i < products.size(); i++) {
      Layer.MatMul matMul = products.get(i).matMul();
      boolean last = i == products.size() - 1;
      tensors.add(
          new Tensor(
              matMul.weights(),
              Tensor.Role.WEIGHTS,
              matMul.rows(),
              matMul.columns(),
              tile,
              matMul.transposed()));
      tensors.add(
          new Tensor(
              last ? "output" : "result of " + matMul.weights(),
              last ? Tensor.Role.OUTPUT : Tensor.Role.INTERMEDIATE,
              network.rows(),
              matMul.columns(),
              tile,
              false));
    }
    return tensors;
  }
}
