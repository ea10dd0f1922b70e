package io.ackfin.runtime.tile;

import io.ackfin.tile.BufferPolicy;
import io.ackfin.tile.CompileOptions;
import io.ackfin.tile.Layer;
import io.ackfin.tile.Network;
import io.ackfin.tile.Tensor;
import io.ackfin.tile.TileCompiler;
import io.ackfin.tile.TileProgram;
import java.util.List;
import java.util.Random;

/** Networks, inputs and an oracle that knows nothing of tiles. */
final class TileFixture {
  /** The published network of three products. */
  static final Network MLP =
      Network.of("x", 128, 128)
          .matMul("w1", 128, 64)
          .relu()
          .matMul("w2", 64, 32)
          .relu()
          .matMul("w3", 32, 32);

  private static final float[] SPECIAL = {
    0f,
    -0f,
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MIN_NORMAL / 2,
    Float.MAX_VALUE,
    -Float.MAX_VALUE
  };

  private TileFixture() {}

  static TileProgram compile(Network network, BufferPolicy policy) {
    return TileCompiler.compile(network, CompileOptions.defaults().with(policy));
  }

  /** A network of one to three products with dimensions that are seldom whole tiles. */
  static Network network(Random random, int largest) {
    Network network = Network.of("x", 1 + random.nextInt(largest), 1 + random.nextInt(largest));
    int columns = network.columns();
    for (int layer = 0, layers = 1 + random.nextInt(3); layer < layers; layer++) {
      int next = 1 + random.nextInt(largest);
      network = network.with(new Layer.MatMul("w" + layer, columns, next, random.nextBoolean()));
      network = random.nextBoolean() ? network.relu() : network;
      columns = next;
    }
    return network;
  }

  /** Options under which any network compiles, with an arena that is often short. */
  static CompileOptions options(Random random) {
    int tile = CompileOptions.TILES.get(random.nextInt(2));
    BufferPolicy policy = BufferPolicy.values()[random.nextInt(2)];
    int places = (policy == BufferPolicy.SINGLE ? 3 : 6) + random.nextInt(20);
    return new CompileOptions(tile, places * Float.BYTES * tile * tile, policy);
  }

  /**
   * Memory with everything that is given filled at random.
   *
   * @param specialPercent how many values are infinite, no number, a zero with a sign, subnormal
   */
  static TileMemory memory(TileProgram program, Random random, int specialPercent) {
    TileMemory memory = new TileMemory(program);
    for (int tensor = 0; tensor < program.tensors().size(); tensor++) {
      Tensor shape = program.tensors().get(tensor);
      if (shape.role().given()) {
        memory.fill(tensor, values(shape.rows() * shape.columns(), random, specialPercent));
      }
    }
    return memory;
  }

  private static float[] values(int count, Random random, int specialPercent) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          random.nextInt(100) < specialPercent
              ? SPECIAL[random.nextInt(SPECIAL.length)]
              : (float) random.nextGaussian();
    }
    return values;
  }

  /** A copy of what is given, with room for another result. */
  static TileMemory copy(TileProgram program, TileMemory memory) {
    TileMemory copy = new TileMemory(program);
    for (int tensor = 0; tensor < program.tensors().size(); tensor++) {
      if (program.tensors().get(tensor).role().given()) {
        copy.fill(tensor, memory.read(tensor));
      }
    }
    return copy;
  }

  static float[] result(TileProgram program, TileMemory memory) {
    return memory.read(program.tensors().size() - 1);
  }

  /** The result by definition: row times column, in the order of k, over unpadded matrices. */
  static float[] expected(Network network, TileProgram program, TileMemory memory) {
    float[] left = memory.read(0);
    int columns = network.columns();
    int weights = 1;
    for (Layer layer : network.layers()) {
      if (layer instanceof Layer.MatMul product) {
        left = product(left, memory.read(weights), network.rows(), columns, program, weights);
        columns = product.columns();
        weights += 2;
      } else {
        for (int i = 0; i < left.length; i++) {
          left[i] = left[i] > 0 || Float.isNaN(left[i]) ? left[i] : 0f;
        }
      }
    }
    return left;
  }

  /**
   * Padding adds products of zeros, which change what an infinity or a NaN multiplies: not here.
   */
  private static float[] product(
      float[] left, float[] right, int rows, int inner, TileProgram program, int weights) {
    int columns = program.tensors().get(weights).columns();
    float[] product = new float[rows * columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        float sum = 0;
        for (int k = 0; k < inner; k++) {
          sum += left[row * inner + k] * right[k * columns + column];
        }
        product[row * columns + column] = sum;
      }
    }
    return product;
  }

  /** Bits, with everything that is no number the same. */
  static List<Integer> bits(float[] values) {
    Integer[] bits = new Integer[values.length];
    for (int i = 0; i < values.length; i++) {
      bits[i] = Float.floatToIntBits(values[i]);
    }
    return List.of(bits);
  }
}
