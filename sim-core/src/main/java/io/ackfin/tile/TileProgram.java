package io.ackfin.tile;

import java.util.List;

/**
 * A network as one core carries it out. Immutable; any thread.
 *
 * @param options what it was compiled for
 * @param tensors the matrices in memory; operations name them by position
 * @param operations what is done, in this order
 * @param peakBytes the most of the arena that is in use at a time
 * @param loadsEliminated LOADs that were left out because their tile was in the arena
 */
public record TileProgram(
    CompileOptions options,
    List<Tensor> tensors,
    List<TileOperation> operations,
    int peakBytes,
    long loadsEliminated) {
  public TileProgram {
    tensors = List.copyOf(tensors);
    operations = List.copyOf(operations);
  }

  /** How many operations of one kind there are. */
  public long count(Class<? extends TileOperation> kind) {
    return operations.stream().filter(kind::isInstance).count();
  }

  /** An operation as people read it: {@code LOAD w1[2,0] -> 4096}. */
  public String describe(TileOperation operation) {
    if (operation instanceof TileOperation.Load load) {
      return "LOAD %s%s -> %d"
          .formatted(
              tile(load.tensor(), load.row(), load.column()),
              load.layout().transposed() ? " transposed" : "",
              load.address());
    }
    if (operation instanceof TileOperation.Exec exec) {
      return "EXEC [%d,%d] %s %d x %d -> %d"
          .formatted(
              exec.m(),
              exec.n(),
              exec.k() == 0 ? ":=" : "+=",
              exec.a(),
              exec.b(),
              exec.accumulator());
    }
    TileOperation.Store store = (TileOperation.Store) operation;
    return "STORE %s <- %s%d"
        .formatted(
            tile(store.tensor(), store.row(), store.column()),
            store.relu() ? "relu " : "",
            store.address());
  }

  private String tile(int tensor, int row, int column) {
    return tensor >= 0 && tensor < tensors.size()
        ? tensors.get(tensor).tileName(row, column)
        : "tensor %d[%d,%d]".formatted(tensor, row, column);
  }
}
