package io.ackfin.runtime.tile;

import static io.ackfin.runtime.tile.TileFixture.bits;
import static io.ackfin.runtime.tile.TileFixture.expected;
import static io.ackfin.runtime.tile.TileFixture.memory;
import static io.ackfin.runtime.tile.TileFixture.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.tile.BufferPolicy;
import io.ackfin.tile.CompileOptions;
import io.ackfin.tile.InvalidProgramException;
import io.ackfin.tile.Network;
import io.ackfin.tile.TileCompiler;
import io.ackfin.tile.TileOperation;
import io.ackfin.tile.TileOperation.Exec;
import io.ackfin.tile.TileOperation.Load;
import io.ackfin.tile.TileOperation.Store;
import io.ackfin.tile.TileProgram;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs on which an engine can hang or give something wrong. */
@Tag("unit")
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdversarialProgramsTest {
  private static final int TILE = 4096;
  private static final long LIMIT_NS = 10_000_000_000L;

  /** So many output tiles of one product each. */
  private static Network column(int tiles) {
    return Network.of("x", 32 * tiles, 32).matMul("w", 32, 32);
  }

  private static TileEngine engine(int ringItems) {
    return new ThreadedEngine(ProductKernel.VECTORISED, ringItems, WaitKind.YIELD, LIMIT_NS);
  }

  /** A column's program with all LOADs first, then all EXECs, then the STOREs in a given order. */
  private static TileProgram phases(int tiles, boolean storesBackwards) {
    CompileOptions options = new CompileOptions(32, (2 * tiles + 1) * TILE, BufferPolicy.SINGLE);
    TileProgram compiled = TileCompiler.compile(column(tiles), options);
    TileOperation.Layout layout = compiled.tensors().get(0).layout();
    List<TileOperation> operations = new ArrayList<>();
    operations.add(new Load(1, 0, 0, 0, TILE, compiled.tensors().get(1).layout()));
    for (int m = 0; m < tiles; m++) {
      operations.add(new Load(0, m, 0, (1 + m) * TILE, TILE, layout));
    }
    List<TileOperation> stores = new ArrayList<>();
    for (int m = 0; m < tiles; m++) {
      int sum = (1 + tiles + m) * TILE;
      operations.add(new Exec(m, 0, 0, (1 + m) * TILE, 0, sum));
      stores.add(new Store(2, m, 0, sum, TILE, false));
    }
    if (storesBackwards) {
      Collections.reverse(stores);
    }
    operations.addAll(stores);
    return new TileProgram(options, compiled.tensors(), operations, options.arenaBytes(), 0);
  }

  private static void requireRight(TileProgram program, Network network, TileEngine engine) {
    TileMemory memory = memory(program, new Random(7), 0);
    engine.run(PreparedProgram.of(program), memory);
    assertThat(bits(result(program, memory))).isEqualTo(bits(expected(network, program, memory)));
  }

  /** More complete sums than either ring holds, before the first is taken. */
  @Test
  void allExecsMayComeBeforeAllStores() {
    try (TileEngine one = engine(1);
        TileEngine four = engine(4)) {
      for (boolean backwards : new boolean[] {false, true}) {
        TileProgram program = phases(40, backwards);
        requireRight(program, column(40), one);
        requireRight(program, column(40), four);
      }
    }
  }

  /** The first STORE's sum is completed last, and what lies beside it is loaded over meanwhile. */
  @Test
  void aStoreTakesItsOwnSum() {
    for (int seed = 0; seed < 20; seed++) {
      TileProgram program = phases(12, false);
      List<TileOperation> shuffled = new ArrayList<>(program.operations());
      Collections.shuffle(shuffled.subList(13, 25), new Random(seed));
      Collections.shuffle(shuffled.subList(25, 37), new Random(seed + 100));
      TileProgram mixed =
          new TileProgram(program.options(), program.tensors(), shuffled, program.peakBytes(), 0);
      try (TileEngine engine = engine(2)) {
        requireRight(mixed, column(12), engine);
      }
    }
  }

  @Test
  void aStoreWaitsThoughAnotherSumIsComplete() {
    TileProgram program = phases(2, true);
    TileRun run = new TileRun(PreparedProgram.of(program), 16);
    DmaAgent dma = new DmaAgent(run, memory(program, new Random(7), 0));
    ComputeAgent compute = new ComputeAgent(run, ProductKernel.REFERENCE);
    for (int step = 0; step < 5; step++) {
      assertThat(dma.doWork()).isEqualTo(1);
    }
    assertThat(compute.doWork()).isEqualTo(1);
    assertThat(List.of(dma.doWork(), dma.doWork())).containsOnly(0);
    assertThat(dma.waitsFor()).startsWith("sum-incomplete at operation 5, STORE output[1,0]");
    assertThat(compute.doWork()).isEqualTo(1);
    assertThat(List.of(dma.doWork(), dma.doWork())).containsOnly(1);
    assertThat(dma.doWork()).isEqualTo(DmaAgent.DONE);
  }

  /** One address for all operands and one for all sums: every LOAD has to wait. */
  @Test
  void addressesMayBeUsedAgainAtOnce() {
    Network deep = Network.of("x", 96, 96).matMul("v", 96, 96).relu().matMul("w", 96, 64);
    TileProgram program =
        TileCompiler.compile(deep, new CompileOptions(32, 3 * TILE, BufferPolicy.SINGLE));
    try (TileEngine engine = engine(16)) {
      for (int run = 0; run < 20; run++) {
        requireRight(program, deep, engine);
      }
    }
  }

  /** Half of a LOAD's destination is read by the EXEC before it. */
  @Test
  void aLoadWaitsForWhoeverUsesAnyOfItsBytes() {
    CompileOptions options = new CompileOptions(32, 6 * TILE, BufferPolicy.SINGLE);
    TileProgram compiled = TileCompiler.compile(column(2), options);
    TileOperation.Layout x = compiled.tensors().get(0).layout();
    List<TileOperation> operations =
        List.of(
            new Load(1, 0, 0, 0, TILE, compiled.tensors().get(1).layout()),
            new Load(0, 0, 0, TILE, TILE, x),
            new Exec(0, 0, 0, TILE, 0, 4 * TILE),
            new Load(0, 1, 0, TILE + TILE / 2, TILE, x),
            new Exec(1, 0, 0, TILE + TILE / 2, 0, 5 * TILE),
            new Store(2, 0, 0, 4 * TILE, TILE, false),
            new Store(2, 1, 0, 5 * TILE, TILE, false));
    TileProgram program = new TileProgram(options, compiled.tensors(), operations, 6 * TILE, 0);
    // Stepped by hand: the LOAD does not go on before the EXEC is done.
    TileRun run = new TileRun(PreparedProgram.of(program), 16);
    DmaAgent dma = new DmaAgent(run, memory(program, new Random(7), 0));
    ComputeAgent compute = new ComputeAgent(run, ProductKernel.REFERENCE);
    assertThat(List.of(dma.doWork(), dma.doWork(), dma.doWork())).containsOnly(1);
    assertThat(List.of(dma.doWork(), dma.doWork())).containsOnly(0);
    assertThat(dma.waitsFor()).isEqualTo("destination-in-use at operation 3, LOAD x[1,0] -> 6144");
    assertThat(compute.doWork()).isEqualTo(1);
    assertThat(dma.doWork()).isEqualTo(1);
    try (TileEngine engine = engine(16)) {
      requireRight(program, column(2), engine);
    }
  }

  @Test
  void anInvalidProgramIsRefusedBeforeAnythingRuns() {
    TileProgram program = phases(2, false);
    List<TileOperation> operations = new ArrayList<>(program.operations());
    operations.remove(1);
    TileProgram broken = new TileProgram(program.options(), program.tensors(), operations, 0, 0);
    assertThatThrownBy(() -> PreparedProgram.of(broken))
        .isInstanceOf(InvalidProgramException.class);
  }

  /** The memory belongs to another program: the DMA thread fails, and the next run is as good. */
  @Test
  void aFailureOfTheDmaThreadReachesTheCaller() {
    TileProgram program = phases(20, false);
    TileMemory foreign = new TileMemory(phases(2, false));
    try (TileEngine engine = engine(4)) {
      assertThatThrownBy(() -> engine.run(PreparedProgram.of(program), foreign))
          .isInstanceOf(TileRunException.class)
          .hasMessageStartingWith("DMA failed: ")
          .hasCauseInstanceOf(IndexOutOfBoundsException.class);
      requireRight(program, column(20), engine);
    }
  }

  @Test
  void aFailureOfTheComputeThreadReachesTheCaller() {
    TileProgram program = phases(20, false);
    TileRun run = new TileRun(PreparedProgram.of(program), 4);
    try (ThreadedEngine engine =
        new ThreadedEngine(ProductKernel.VECTORISED, 4, WaitKind.YIELD, LIMIT_NS)) {
      ComputeAgent failing =
          new ComputeAgent(run, ProductKernel.REFERENCE) {
            @Override
            public int doWork() {
              if (done() == 5) {
                throw new IllegalStateException("no more products");
              }
              return super.doWork();
            }
          };
      DmaAgent dma = new DmaAgent(run, memory(program, new Random(7), 0));
      assertThatThrownBy(() -> engine.run(run, dma, failing))
          .isInstanceOf(TileRunException.class)
          .hasMessage("compute failed: java.lang.IllegalStateException: no more products")
          .hasRootCauseMessage("no more products");
      requireRight(program, column(20), engine);
    }
  }

  @Test
  void anInterruptEndsTheRunAndIsKept() throws InterruptedException {
    TileProgram program = phases(20, false);
    TileRun run = new TileRun(PreparedProgram.of(program), 4);
    CountDownLatch stuck = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicReference<Boolean> interrupted = new AtomicReference<>();
    try (ThreadedEngine engine =
        new ThreadedEngine(ProductKernel.VECTORISED, 4, WaitKind.YIELD, LIMIT_NS)) {
      ComputeAgent idle =
          new ComputeAgent(run, ProductKernel.REFERENCE) {
            @Override
            public int doWork() {
              stuck.countDown();
              return 0;
            }
          };
      Thread caller =
          new Thread(
              () -> {
                try {
                  engine.run(run, new DmaAgent(run, memory(program, new Random(7), 0)), idle);
                } catch (TileRunException e) {
                  thrown.set(e);
                }
                interrupted.set(Thread.currentThread().isInterrupted());
              });
      caller.start();
      stuck.await();
      caller.interrupt();
      caller.join();
      assertThat(thrown.get()).isInstanceOf(TileRunException.class);
      assertThat(thrown.get()).hasMessageContaining("DMA");
      assertThat(interrupted.get()).isTrue();
      requireRight(program, column(20), engine);
    }
  }

  @Test
  void aRunThatDoesNotGoOnNamesWhoWaitsForWhat() {
    TileProgram program = phases(20, false);
    TileRun run = new TileRun(PreparedProgram.of(program), 4);
    try (ThreadedEngine engine =
        new ThreadedEngine(ProductKernel.VECTORISED, 4, WaitKind.YIELD, 20_000_000L)) {
      ComputeAgent idle =
          new ComputeAgent(run, ProductKernel.REFERENCE) {
            @Override
            public int doWork() {
              return 0;
            }
          };
      DmaAgent dma = new DmaAgent(run, memory(program, new Random(7), 0));
      assertThatThrownBy(() -> engine.run(run, dma, idle))
          .isInstanceOf(TileRunException.class)
          .hasMessageContaining(" waited for ");
      requireRight(program, column(20), engine);
    }
  }

  @Test
  void aClosedEngineLeavesNoThread() {
    ThreadedEngine engine =
        new ThreadedEngine(ProductKernel.VECTORISED, 4, WaitKind.YIELD, LIMIT_NS);
    requireRight(phases(3, false), column(3), engine);
    engine.close();
    assertThat(engine.threadIsAlive()).isFalse();
  }
}
