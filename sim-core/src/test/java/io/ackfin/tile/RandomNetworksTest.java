package io.ackfin.tile;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.tile.TileOperation.Exec;
import io.ackfin.tile.TileOperation.Load;
import io.ackfin.tile.TileOperation.Store;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds of every compiled program. */
@Tag("property")
class RandomNetworksTest {
  private static final int CASES = 400;

  @Test
  void compiledProgramsAreValid() {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Network network = network(random);
      int tile = CompileOptions.TILES.get(random.nextInt(3));
      BufferPolicy policy = BufferPolicy.values()[random.nextInt(2)];
      // As few as must do: three tiles, or six where two steps have to lie side by side.
      int places = (policy == BufferPolicy.SINGLE ? 3 : 6) + random.nextInt(12);
      CompileOptions options = new CompileOptions(tile, places * Float.BYTES * tile * tile, policy);
      TileProgram program = TileCompiler.compile(network, options);
      String which = "seed " + seed + ": " + network + " " + options;

      ProgramCheck.check(program);
      assertThat(program.peakBytes()).as(which).isLessThanOrEqualTo(options.arenaBytes());
      assertThat(program.loadsEliminated() + program.count(Load.class))
          .as(which)
          .isEqualTo(2 * program.count(Exec.class));
      assertThat(program.count(Store.class)).as(which).isEqualTo(outputTiles(program));
      assertThat(TileCompiler.compile(network, options)).as(which).isEqualTo(program);
      if (policy == BufferPolicy.DOUBLE) {
        requirePingPong(program, which);
      }
    }
  }

  private static long outputTiles(TileProgram program) {
    return program.tensors().stream()
        .filter(tensor -> !tensor.role().given())
        .mapToLong(tensor -> (long) tensor.tileRows() * tensor.tileColumns())
        .sum();
  }

  /** A LOAD never goes where the EXEC before it reads. */
  private static void requirePingPong(TileProgram program, String which) {
    Exec before = null;
    for (TileOperation operation : program.operations()) {
      if (operation instanceof Exec exec) {
        before = exec;
      } else if (operation instanceof Load load && before != null) {
        assertThat(List.of(before.a(), before.b())).as(which).doesNotContain(load.address());
        assertThat(load.address()).as(which).isNotEqualTo(before.accumulator());
      }
    }
  }

  static Network network(Random random) {
    Network network = Network.of("x", dimension(random), dimension(random));
    int columns = network.columns();
    int layers = 1 + random.nextInt(3);
    for (int layer = 0; layer < layers; layer++) {
      int next = dimension(random);
      network = network.with(new Layer.MatMul("w" + layer, columns, next, random.nextBoolean()));
      network = random.nextBoolean() ? network.relu() : network;
      columns = next;
    }
    return network;
  }

  private static int dimension(Random random) {
    return 1 + random.nextInt(200);
  }
}
