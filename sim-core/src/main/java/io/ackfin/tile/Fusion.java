package io.ackfin.tile;

import java.util.ArrayList;
import java.util.List;

/** The second stage: a ReLU becomes part of the product before it; a second one changes nothing. */
final class Fusion {
  private Fusion() {}

  /**
   * A product as it is carried out.
   *
   * @param matMul what is multiplied by
   * @param relu whether it ends with a ReLU
   */
  record Product(Layer.MatMul matMul, boolean relu) {}

  /** The products of layers that fit. */
  static List<Product> fuse(List<Layer> layers) {
    List<Product> products = new ArrayList<>();
    for (Layer layer : layers) {
      if (layer instanceof Layer.MatMul matMul) {
        products.add(new Product(matMul, false));
      } else {
        int last = products.size() - 1;
        products.set(last, new Product(products.get(last).matMul(), true));
      }
    }
    return products;
  }
}
