package io.ackfin.runtime.tile;

import static io.ackfin.runtime.tile.TileFixture.MLP;
import static io.ackfin.runtime.tile.TileFixture.bits;
import static io.ackfin.runtime.tile.TileFixture.copy;
import static io.ackfin.runtime.tile.TileFixture.expected;
import static io.ackfin.runtime.tile.TileFixture.memory;
import static io.ackfin.runtime.tile.TileFixture.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.tile.BufferPolicy;
import io.ackfin.tile.Network;
import io.ackfin.tile.TileCompiler;
import io.ackfin.tile.TileProgram;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Engines and kernels against one another, and against matrix products by definition. */
@Tag("unit")
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EnginesTest {
  private static final long LIMIT_NS = 20_000_000_000L;

  private static ThreadedEngine threaded(ProductKernel kernel, int ringItems) {
    return new ThreadedEngine(kernel, ringItems, WaitKind.YIELD, LIMIT_NS);
  }

  @ParameterizedTest
  @EnumSource(BufferPolicy.class)
  void theMlpIsTheProductOfItsMatrices(BufferPolicy policy) {
    TileProgram program = TileFixture.compile(MLP, policy);
    PreparedProgram prepared = PreparedProgram.of(program);
    TileMemory memory = memory(program, new Random(1), 0);
    float[] expected = expected(MLP, program, memory);
    for (ProductKernel kernel : ProductKernel.values()) {
      try (TileEngine sequential = new SequentialEngine(kernel);
          TileEngine threaded = threaded(kernel, 16)) {
        for (TileEngine engine : new TileEngine[] {sequential, threaded}) {
          memory.clearResults();
          TileStatistics statistics = engine.run(prepared, memory);
          assertThat(bits(result(program, memory))).isEqualTo(bits(expected));
          assertThat(statistics.loads()).isEqualTo(39);
          assertThat(statistics.execs()).isEqualTo(44);
          assertThat(statistics.stores()).isEqualTo(16);
          assertThat(statistics.overlapNs())
              .isBetween(0L, Math.min(statistics.dmaBusyNs(), statistics.computeBusyNs()));
          assertThat(statistics.totalNs())
              .isGreaterThanOrEqualTo(
                  statistics.dmaBusyNs() + statistics.computeBusyNs() - statistics.overlapNs());
        }
      }
    }
  }

  @Test
  void reluTurnsWhatIsBelowZeroAndMinusZeroIntoZero() {
    float[] given = {1f, -1f, -0f, 0f, Float.NaN, Float.NEGATIVE_INFINITY, -Float.MIN_VALUE};
    float[] kept = {1f, 0f, 0f, 0f, Float.NaN, 0f, 0f};
    for (int i = 0; i < given.length; i++) {
      assertThat(Float.floatToIntBits(TileMover.relu(given[i])))
          .isEqualTo(Float.floatToIntBits(kept[i]));
    }
  }

  @Test
  void finiteInputsGiveTheProductsByDefinition() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      Network network = TileFixture.network(random, 90);
      TileProgram program = TileCompiler.compile(network, TileFixture.options(random));
      TileMemory memory = memory(program, random, 0);
      float[] expected = expected(network, program, memory);
      new SequentialEngine(ProductKernel.VECTORISED).run(PreparedProgram.of(program), memory);
      assertThat(bits(result(program, memory))).as("seed %d", seed).isEqualTo(bits(expected));
    }
  }

  /** Infinities, what is no number, signed zeros and subnormals included. */
  @Test
  @Tag("property")
  void allEnginesAndKernelsAgreeByBits() {
    try (TileEngine reference = threaded(ProductKernel.REFERENCE, 4);
        TileEngine vectorised = threaded(ProductKernel.VECTORISED, 16);
        TileEngine narrow = threaded(ProductKernel.VECTORISED, 1)) {
      TileEngine[] others = {
        new SequentialEngine(ProductKernel.VECTORISED), reference, vectorised, narrow
      };
      for (int seed = 0; seed < 1_000; seed++) {
        Random random = new Random(seed);
        Network network = TileFixture.network(random, 70);
        TileProgram program = TileCompiler.compile(network, TileFixture.options(random));
        PreparedProgram prepared = PreparedProgram.of(program);
        TileMemory memory = memory(program, random, random.nextInt(3));
        TileMemory copy = copy(program, memory);
        new SequentialEngine(ProductKernel.REFERENCE).run(prepared, memory);
        TileEngine other = others[seed % others.length];
        other.run(prepared, copy);
        assertThat(bits(result(program, copy)))
            .as("seed %d: %s", seed, network)
            .isEqualTo(bits(result(program, memory)));
      }
    }
  }

  @Test
  @Tag("stress")
  void aThousandThreadedRunsEnd() {
    TileProgram program = TileFixture.compile(MLP, BufferPolicy.DOUBLE);
    PreparedProgram prepared = PreparedProgram.of(program);
    TileMemory memory = memory(program, new Random(1), 0);
    float[] expected = expected(MLP, program, memory);
    try (TileEngine engine = threaded(ProductKernel.VECTORISED, 16)) {
      for (int run = 0; run < 1_000; run++) {
        memory.clearResults();
        engine.run(prepared, memory);
        assertThat(result(program, memory)).as("run %d", run).isEqualTo(expected);
      }
    }
  }
}
