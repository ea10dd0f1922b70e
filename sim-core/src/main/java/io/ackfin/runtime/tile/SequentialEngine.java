package io.ackfin.runtime.tile;

import io.ackfin.tile.TileOperation;
import io.ackfin.tile.TileOperation.Load;
import io.ackfin.tile.TileOperation.Store;
import io.ackfin.tile.TileProgram;
import java.util.EnumMap;
import java.util.Map;

/** One operation after the other, on the caller's thread. Nothing waits. */
public final class SequentialEngine implements TileEngine {
  private final ProductKernel kernel;

  /** An engine with a kernel. */
  public SequentialEngine(ProductKernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public TileStatistics run(PreparedProgram prepared, TileMemory memory) {
    TileProgram program = prepared.program();
    float[] arena = new float[program.options().arenaBytes() / Float.BYTES];
    TileMover mover = new TileMover(memory, arena, program.options().tile());
    TileProduct product = kernel.create(program.options().tile());
    long computeNs = 0;
    long first = System.nanoTime();
    long before = first;
    for (int at = 0; at < program.operations().size(); at++) {
      TileOperation operation = program.operations().get(at);
      if (operation instanceof Load load) {
        mover.load(load);
      } else if (operation instanceof Store store) {
        mover.store(store);
      } else {
        product.execute(arena, prepared.item(at));
      }
      long now = System.nanoTime();
      computeNs += operation instanceof TileOperation.Exec ? now - before : 0;
      before = now;
    }
    return statistics(program, before - first, computeNs);
  }

  private static TileStatistics statistics(TileProgram program, long totalNs, long computeNs) {
    Map<WaitCause, Long> none = new EnumMap<>(WaitCause.class);
    for (WaitCause cause : WaitCause.values()) {
      none.put(cause, 0L);
    }
    return new TileStatistics(
        program.count(Load.class),
        program.count(TileOperation.Exec.class),
        program.count(Store.class),
        totalNs - computeNs,
        computeNs,
        0,
        none,
        totalNs);
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
