package io.ackfin.tile;

import io.ackfin.tile.ArenaRegions.Loaded;
import io.ackfin.tile.ArenaRegions.Region;
import io.ackfin.tile.ArenaRegions.Sum;
import io.ackfin.tile.TileOperation.Exec;
import io.ackfin.tile.TileOperation.Load;
import io.ackfin.tile.TileOperation.Store;
import java.util.BitSet;
import java.util.List;

/** Walks a program once and refuses it at the first operation that is not valid. */
public final class ProgramCheck {
  private final TileProgram program;
  private final int tileBytes;
  private final int arenaBytes;
  private final ArenaRegions arena = new ArenaRegions();
  // By tensor: which tiles have been stored, row by row.
  private final BitSet[] stored;
  private int at;

  private ProgramCheck(TileProgram program) {
    this.program = program;
    tileBytes = program.options().tileBytes();
    arenaBytes = program.options().arenaBytes();
    stored = new BitSet[program.tensors().size()];
    for (int tensor = 0; tensor < stored.length; tensor++) {
      stored[tensor] = new BitSet();
    }
  }

  /**
   * Checks a program (the package's rule of validity).
   *
   * @throws InvalidProgramException naming the first operation that is not valid
   */
  public static void check(TileProgram program) {
    new ProgramCheck(program).check();
  }

  private void check() {
    List<TileOperation> operations = program.operations();
    for (at = 0; at < operations.size(); at++) {
      TileOperation operation = operations.get(at);
      if (operation instanceof Load load) {
        check(load);
      } else if (operation instanceof Exec exec) {
        check(exec);
      } else {
        check((Store) operation);
      }
    }
    Region left = arena.anySum();
    if (left != null) {
      at = ((Sum) left.content()).operation();
      throw invalid("its accumulator is never stored");
    }
    requireWhole();
  }

  private void check(Load load) {
    Tensor tensor = tensor(load.tensor(), load.row(), load.column());
    requireRange(load.address(), load.bytes());
    if (!load.layout().equals(tensor.layout())) {
      throw invalid(load.layout() + " (expected: " + tensor.layout() + ")");
    }
    if (!tensor.role().given() && !stored[load.tensor()].get(position(tensor, load))) {
      throw invalid("loads what was not stored before");
    }
    requireNoSum(load.address());
    arena.write(load.address(), tileBytes, new Loaded(load.tensor(), load.row(), load.column()));
  }

  private void check(Exec exec) {
    requireRange(exec.accumulator(), tileBytes);
    Loaded a = operand(exec.a(), "a");
    Loaded b = operand(exec.b(), "b");
    require(a.row(), exec.m(), "row of a");
    require(a.column(), exec.k(), "column of a");
    require(b.row(), exec.k(), "row of b");
    require(b.column(), exec.n(), "column of b");
    if (overlap(exec.accumulator(), exec.a()) || overlap(exec.accumulator(), exec.b())) {
      throw invalid("its accumulator overlaps an operand");
    }
    if (exec.k() == 0) {
      requireNoSum(exec.accumulator());
    } else if (!(arena.at(exec.accumulator(), tileBytes) instanceof Sum sum)
        || sum.m() != exec.m()
        || sum.n() != exec.n()
        || sum.nextK() != exec.k()) {
      throw invalid("continues a sum that is not in its accumulator");
    }
    arena.write(exec.accumulator(), tileBytes, new Sum(exec.m(), exec.n(), exec.k() + 1, at));
  }

  private void check(Store store) {
    Tensor tensor = tensor(store.tensor(), store.row(), store.column());
    requireRange(store.address(), store.bytes());
    if (tensor.role().given()) {
      throw invalid("stores to a tensor that is given");
    }
    if (!(arena.at(store.address(), tileBytes) instanceof Sum sum)) {
      throw invalid("stores where no EXEC accumulates");
    }
    require(sum.m(), store.row(), "row of the accumulator");
    require(sum.n(), store.column(), "column of the accumulator");
    int position = store.row() * tensor.tileColumns() + store.column();
    if (stored[store.tensor()].get(position)) {
      throw invalid("stores a tile for the second time");
    }
    stored[store.tensor()].set(position);
    arena.remove(store.address());
  }

  private void requireWhole() {
    for (int number = 0; number < stored.length; number++) {
      Tensor tensor = program.tensors().get(number);
      int tiles = tensor.tileRows() * tensor.tileColumns();
      int missing = stored[number].nextClearBit(0);
      if (tensor.role() == Tensor.Role.OUTPUT && missing < tiles) {
        at = program.operations().size() - 1;
        int columns = tensor.tileColumns();
        throw invalid(
            "is the last and %s was never stored"
                .formatted(tensor.tileName(missing / columns, missing % columns)));
      }
    }
  }

  private Tensor tensor(int number, int row, int column) {
    if (number < 0 || number >= stored.length) {
      throw invalid("tensor: " + number + " (expected: 0 to " + (stored.length - 1) + ")");
    }
    Tensor tensor = program.tensors().get(number);
    requireIndex("row", row, tensor.tileRows());
    requireIndex("column", column, tensor.tileColumns());
    return tensor;
  }

  private static int position(Tensor tensor, Load load) {
    return load.row() * tensor.tileColumns() + load.column();
  }

  private Loaded operand(int address, String name) {
    requireRange(address, tileBytes);
    if (arena.at(address, tileBytes) instanceof Loaded loaded) {
      return loaded;
    }
    throw invalid("no tile was loaded to its " + name + ", or it was overwritten");
  }

  private void requireRange(int address, int bytes) {
    if (bytes != tileBytes) {
      throw invalid("bytes: " + bytes + " (expected: " + tileBytes + ")");
    }
    if (address < 0 || address > arenaBytes - bytes || address % Float.BYTES != 0) {
      throw invalid(
          "address: %d (expected: whole floats within the arena of %d bytes)"
              .formatted(address, arenaBytes));
    }
  }

  private void requireNoSum(int address) {
    Region sum = arena.sumIn(address, tileBytes);
    if (sum != null) {
      throw invalid(
          "overwrites the accumulator at %d, which is not stored yet".formatted(sum.start()));
    }
  }

  private void requireIndex(String name, int value, int count) {
    if (value < 0 || value >= count) {
      throw invalid(name + ": " + value + " (expected: 0 to " + (count - 1) + ")");
    }
  }

  private void require(int found, int expected, String what) {
    if (found != expected) {
      throw invalid(what + ": " + found + " (expected: " + expected + ")");
    }
  }

  private boolean overlap(int one, int other) {
    return Math.abs((long) one - other) < tileBytes;
  }

  private InvalidProgramException invalid(String wrong) {
    return new InvalidProgramException(at, program.describe(program.operations().get(at)), wrong);
  }
}
