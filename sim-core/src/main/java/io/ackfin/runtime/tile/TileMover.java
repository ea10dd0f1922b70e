package io.ackfin.runtime.tile;

import io.ackfin.tile.TileOperation.Layout;
import io.ackfin.tile.TileOperation.Load;
import io.ackfin.tile.TileOperation.Store;

/** Carries out LOADs and STOREs between a program's memory and an arena. One thread. */
final class TileMover {
  private final TileMemory memory;
  private final float[] arena;
  private final int tile;

  TileMover(TileMemory memory, float[] arena, int tile) {
    this.memory = memory;
    this.arena = arena;
    this.tile = tile;
  }

  void load(Load load) {
    float[] from = memory.floats(load.tensor());
    int first = (int) memory.tensor(load.tensor()).offset(load.row(), load.column());
    int to = load.address() / Float.BYTES;
    Layout layout = load.layout();
    for (int row = 0; row < tile; row++) {
      int source = first + row * layout.rowStride();
      if (layout.transposed()) {
        for (int column = 0; column < tile; column++) {
          arena[to + column * tile + row] = from[source + column];
        }
      } else {
        System.arraycopy(from, source, arena, to + row * tile, tile);
      }
    }
  }

  void store(Store store) {
    float[] to = memory.floats(store.tensor());
    int first = (int) memory.tensor(store.tensor()).offset(store.row(), store.column());
    int stride = memory.tensor(store.tensor()).rowStride();
    int from = store.address() / Float.BYTES;
    for (int row = 0; row < tile; row++) {
      int target = first + row * stride;
      if (store.relu()) {
        for (int column = 0; column < tile; column++) {
          to[target + column] = relu(arena[from + row * tile + column]);
        }
      } else {
        System.arraycopy(arena, from + row * tile, to, target, tile);
      }
    }
  }

  /** What is no number fails the comparison and is kept; so is -0 without the second half. */
  static float relu(float value) {
    return value <= 0 ? 0f : value;
  }
}
