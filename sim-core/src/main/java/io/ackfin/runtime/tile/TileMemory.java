package io.ackfin.runtime.tile;

import io.ackfin.tile.Tensor;
import io.ackfin.tile.TileProgram;
import java.util.Arrays;
import java.util.List;

/**
 * The tensors of one program in memory, padded with zeros to whole tiles. One thread at a time, the
 * one that runs the program or the one that fills and reads them.
 */
public final class TileMemory {
  private final List<Tensor> tensors;
  private final float[][] contents;

  /** Memory for a program, all zero. */
  public TileMemory(TileProgram program) {
    tensors = program.tensors();
    contents = new float[tensors.size()][];
    for (int tensor = 0; tensor < contents.length; tensor++) {
      contents[tensor] = new float[Math.toIntExact(tensors.get(tensor).floats())];
    }
  }

  /**
   * Fills a tensor.
   *
   * @param values row by row as the network sees it, without padding
   */
  public void fill(int tensor, float[] values) {
    Tensor shape = tensors.get(tensor);
    int expected = shape.rows() * shape.columns();
    if (values.length != expected) {
      throw new IllegalArgumentException(
          "%s: %d values (expected: %d)".formatted(shape.name(), values.length, expected));
    }
    for (int row = 0; row < shape.rows(); row++) {
      for (int column = 0; column < shape.columns(); column++) {
        contents[tensor][at(shape, row, column)] = values[row * shape.columns() + column];
      }
    }
  }

  /** A tensor's values row by row as the network sees it, without padding. */
  public float[] read(int tensor) {
    Tensor shape = tensors.get(tensor);
    float[] values = new float[shape.rows() * shape.columns()];
    for (int row = 0; row < shape.rows(); row++) {
      for (int column = 0; column < shape.columns(); column++) {
        values[row * shape.columns() + column] = contents[tensor][at(shape, row, column)];
      }
    }
    return values;
  }

  /** Zeroes what a program stores, so that nothing of an earlier run is left. */
  public void clearResults() {
    for (int tensor = 0; tensor < contents.length; tensor++) {
      if (!tensors.get(tensor).role().given()) {
        Arrays.fill(contents[tensor], 0);
      }
    }
  }

  float[] floats(int tensor) {
    return contents[tensor];
  }

  Tensor tensor(int tensor) {
    return tensors.get(tensor);
  }

  private static int at(Tensor shape, int row, int column) {
    return shape.transposed() ? column * shape.rowStride() + row : row * shape.rowStride() + column;
  }
}
