package io.ackfin.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.tile.TileOperation.Exec;
import io.ackfin.tile.TileOperation.Load;
import io.ackfin.tile.TileOperation.Store;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What comes out of the compiler, stage by stage and as a whole. */
@Tag("unit")
class TileCompilerTest {
  private static final CompileOptions SINGLE = CompileOptions.defaults();
  private static final CompileOptions DOUBLE = SINGLE.with(BufferPolicy.DOUBLE);
  private static final Network MLP =
      Network.of("x", 128, 128)
          .matMul("w1", 128, 64)
          .relu()
          .matMul("w2", 64, 32)
          .relu()
          .matMul("w3", 32, 32);

  /** The published counts of this network. */
  @Test
  void theMlpCompilesToTheReportsProgram() {
    TileProgram program = TileCompiler.compile(MLP, SINGLE);
    assertThat(program.operations()).hasSize(99);
    assertThat(program.count(Load.class)).isEqualTo(39);
    assertThat(program.count(Exec.class)).isEqualTo(44);
    assertThat(program.count(Store.class)).isEqualTo(16);
    assertThat(program.peakBytes()).isEqualTo(52 * 1024);
    assertThat(program.loadsEliminated()).isEqualTo(2 * 44 - 39);
    ProgramCheck.check(program);
  }

  @Test
  void aSmallProductIsScheduledAsByHand() {
    Network two = Network.of("x", 32, 64).matMul("w", 64, 20).relu();
    assertThat(lines(TileCompiler.compile(two, SINGLE)))
        .containsExactly(
            "LOAD x[0,0] -> 0",
            "LOAD w[0,0] -> 4096",
            "EXEC [0,0] := 0 x 4096 -> 8192",
            "LOAD x[0,1] -> 0",
            "LOAD w[1,0] -> 4096",
            "EXEC [0,0] += 0 x 4096 -> 8192",
            "STORE output[0,0] <- relu 8192");
    // The second step's LOADs leave alone what the first step reads.
    assertThat(lines(TileCompiler.compile(two, DOUBLE)))
        .containsExactly(
            "LOAD x[0,0] -> 0",
            "LOAD w[0,0] -> 4096",
            "EXEC [0,0] := 0 x 4096 -> 8192",
            "LOAD x[0,1] -> 12288",
            "LOAD w[1,0] -> 16384",
            "EXEC [0,0] += 12288 x 16384 -> 8192",
            "STORE output[0,0] <- relu 8192");
  }

  @Test
  void aStoreComesAfterTheFirstProductOfTheNextTile() {
    Network column = Network.of("x", 96, 32).matMul("w", 32, 32);
    assertThat(lines(TileCompiler.compile(column, DOUBLE)))
        .containsExactly(
            "LOAD x[0,0] -> 0",
            "LOAD w[0,0] -> 4096",
            "EXEC [0,0] := 0 x 4096 -> 8192",
            "LOAD x[1,0] -> 12288",
            // An accumulator may lie where an operand lay: products follow one another.
            "EXEC [1,0] := 12288 x 4096 -> 0",
            "STORE output[0,0] <- 8192",
            "LOAD x[2,0] -> 16384",
            "EXEC [2,0] := 16384 x 4096 -> 8192",
            "STORE output[1,0] <- 0",
            "STORE output[2,0] <- 8192");
  }

  /** Otherwise the next layer would load what is still in its accumulator. */
  @Test
  void aStoreIsNotPutOffPastTheLoadOfItsTile() {
    Network chain = Network.of("x", 32, 32).matMul("v", 32, 32).matMul("w", 32, 32);
    assertThat(lines(TileCompiler.compile(chain, DOUBLE)))
        .containsSubsequence("STORE result of v[0,0] <- 8192", "LOAD result of v[0,0] -> 12288");
  }

  @Test
  void transposedWeightsAreLoadedTransposed() {
    Network network = Network.of("x", 40, 70).matMulTransposed("w", 70, 33);
    TileProgram program = TileCompiler.compile(network, SINGLE);
    Load weights =
        program.operations().stream()
            .filter(Load.class::isInstance)
            .map(Load.class::cast)
            .filter(load -> load.tensor() == 1)
            .findFirst()
            .orElseThrow();
    // 33 x 70 in memory, padded to 64 x 96.
    assertThat(weights.layout()).isEqualTo(new TileOperation.Layout(96, true));
    assertThat(program.tensors().get(1).offset(2, 1)).isEqualTo(32 * 96 + 64);
    ProgramCheck.check(program);
  }

  @Test
  void aFullArenaEvictsWhatWasUsedLongestAgo() {
    // Two rows of four output tiles: x[0,0] is used by the whole first row.
    Network rows = Network.of("x", 64, 32).matMul("w", 32, 128);
    TileProgram program =
        TileCompiler.compile(rows, new CompileOptions(32, 4 * 4096, BufferPolicy.SINGLE));
    ProgramCheck.check(program);
    assertThat(program.peakBytes()).isEqualTo(4 * 4096);
    assertThat(lines(program))
        .containsSubsequence(
            // w[0,0] at 4096 gives way to an accumulator, then w[0,1] at 8192.
            "EXEC [0,2] := 0 x 12288 -> 4096",
            "LOAD w[0,3] -> 4096",
            "EXEC [0,3] := 0 x 4096 -> 8192",
            "LOAD w[0,0] -> 8192",
            "LOAD w[0,1] -> 8192",
            "LOAD w[0,2] -> 8192",
            "EXEC [1,3] := 0 x 4096 -> 8192");
    // Only w[0,3] is still there when the second row comes to it.
    assertThat(program.count(Load.class)).isEqualTo(2 + 4 + 3);
  }

  @Test
  void threeTilesAreEnoughForAnyNetwork() {
    TileProgram program =
        TileCompiler.compile(MLP, new CompileOptions(32, 3 * 4096, BufferPolicy.SINGLE));
    ProgramCheck.check(program);
    assertThat(program.count(Exec.class)).isEqualTo(44);
    assertThat(program.peakBytes()).isEqualTo(3 * 4096);
  }

  @Test
  void anArenaThatIsTooSmallIsShown() {
    CompileOptions few = new CompileOptions(32, 4 * 4096, BufferPolicy.DOUBLE);
    assertThatThrownBy(() -> TileCompiler.compile(MLP, few))
        .isInstanceOf(OutOfArenaException.class)
        .hasMessageContaining("w1[1,0]: no room in the arena of 16384 bytes at step 1")
        .hasMessageContaining("accumulator 1");
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    assertThatThrownBy(
            () -> TileCompiler.compile(Network.of("x", 8, 9).matMul("w", 10, 11), SINGLE))
        .hasMessage("w: 10 x 11 (expected: 9 rows, as x is 8 x 9)");
    assertThatThrownBy(() -> TileCompiler.compile(Network.of("x", 8, 9).relu(), SINGLE))
        .hasMessage("layers[0]: relu (expected: a matrix product)");
    assertThatThrownBy(() -> TileCompiler.compile(Network.of("x", 8, 9), SINGLE))
        .hasMessage("layers: [] (expected: at least one matrix product)");
    assertThatThrownBy(() -> TileCompiler.compile(Network.of("x", 8, 9).matMul("x", 9, 9), SINGLE))
        .hasMessage("name: x (expected: used once)");
    assertThatThrownBy(() -> new CompileOptions(48, 1 << 20, BufferPolicy.SINGLE))
        .hasMessage("tile: 48 (expected: one of [16, 32, 64, 128])");
    assertThatThrownBy(() -> new CompileOptions(32, 8192, BufferPolicy.SINGLE))
        .hasMessageStartingWith("arenaBytes: 8192 (expected: 12288 to ");
  }

  private static List<String> lines(TileProgram program) {
    return program.operations().stream().map(program::describe).toList();
  }
}
