package io.ackfin.tile;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.tile.TileOperation.Exec;
import io.ackfin.tile.TileOperation.Layout;
import io.ackfin.tile.TileOperation.Load;
import io.ackfin.tile.TileOperation.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which programs are valid. */
@Tag("unit")
class ProgramCheckTest {
  private static final int TILE = 4096;
  private static final Layout ONE_WIDE = new Layout(32, false);

  /** Two rows of tiles by one: two output tiles, whose EXECs come before both STOREs. */
  private static List<TileOperation> twoTiles() {
    return new ArrayList<>(
        List.of(
            new Load(0, 0, 0, 0, TILE, ONE_WIDE),
            new Load(1, 0, 0, TILE, TILE, ONE_WIDE),
            new Exec(0, 0, 0, 0, TILE, 2 * TILE),
            new Load(0, 1, 0, 0, TILE, ONE_WIDE),
            new Exec(1, 0, 0, 0, TILE, 3 * TILE),
            new Store(2, 1, 0, 3 * TILE, TILE, false),
            new Store(2, 0, 0, 2 * TILE, TILE, true)));
  }

  private static TileProgram program(List<TileOperation> operations) {
    CompileOptions options = new CompileOptions(32, 8 * TILE, BufferPolicy.SINGLE);
    List<Tensor> tensors =
        TileCompiler.compile(Network.of("x", 64, 32).matMul("w", 32, 32), options).tensors();
    return new TileProgram(options, tensors, operations, 4 * TILE, 0);
  }

  @Test
  void storesMayComeInAnyOrder() {
    assertThatCode(() -> ProgramCheck.check(program(twoTiles()))).doesNotThrowAnyException();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("operand never loaded", p -> p.remove(1), "no tile was loaded to its b"),
        mistake(
            "operand overwritten by half",
            p -> p.add(2, new Load(0, 1, 0, TILE / 2, TILE, ONE_WIDE)),
            "no tile was loaded to its a, or it was overwritten"),
        mistake(
            "wrong operand",
            p -> p.set(0, new Load(0, 1, 0, 0, TILE, ONE_WIDE)),
            "row of a: 1 (expected: 0)"),
        mistake(
            "accumulator on an operand",
            p -> p.set(2, new Exec(0, 0, 0, 0, TILE, TILE + 4)),
            "its accumulator overlaps an operand"),
        mistake(
            "load over an accumulator",
            p -> p.set(3, new Load(0, 1, 0, 2 * TILE + 512, TILE, ONE_WIDE)),
            "overwrites the accumulator at 8192, which is not stored yet"),
        mistake(
            "accumulator over an accumulator",
            p -> p.set(4, new Exec(1, 0, 0, 0, TILE, 2 * TILE)),
            "overwrites the accumulator at 8192, which is not stored yet"),
        mistake(
            "sum that was never begun",
            p -> p.set(4, new Exec(1, 0, 1, 0, TILE, 3 * TILE)),
            "column of a: 0 (expected: 1)"),
        mistake("store without a sum", p -> p.remove(2), "stores where no EXEC accumulates"),
        mistake(
            "store of another's sum",
            p -> p.set(5, new Store(2, 1, 0, 2 * TILE, TILE, false)),
            "row of the accumulator: 0 (expected: 1)"),
        mistake("accumulator never stored", p -> p.remove(6), "its accumulator is never stored"),
        mistake(
            "result never made",
            p -> p.subList(3, 6).clear(),
            "is the last and output[1,0] was never stored"),
        mistake(
            "store to weights",
            p -> p.set(6, new Store(1, 0, 0, 2 * TILE, TILE, false)),
            "stores to a tensor that is given"),
        mistake(
            "load of a result that is not there",
            p -> p.set(0, new Load(2, 0, 0, 0, TILE, ONE_WIDE)),
            "loads what was not stored before"),
        mistake(
            "address beyond the arena",
            p -> p.set(0, new Load(0, 0, 0, 7 * TILE + 4, TILE, ONE_WIDE)),
            "address: 28676 (expected: whole floats within the arena of 32768 bytes)"),
        mistake(
            "address within a float",
            p -> p.set(0, new Load(0, 0, 0, 2, TILE, ONE_WIDE)),
            "address: 2 (expected: whole floats"),
        mistake(
            "wrong size",
            p -> p.set(0, new Load(0, 0, 0, 0, 2 * TILE, ONE_WIDE)),
            "bytes: 8192 (expected: 4096)"),
        mistake(
            "tile outside its tensor",
            p -> p.set(0, new Load(0, 2, 0, 0, TILE, ONE_WIDE)),
            "row: 2 (expected: 0 to 1)"),
        mistake(
            "tensor that there is not",
            p -> p.set(0, new Load(3, 0, 0, 0, TILE, ONE_WIDE)),
            "tensor: 3 (expected: 0 to 2)"),
        mistake(
            "wrong layout",
            p -> p.set(0, new Load(0, 0, 0, 0, TILE, new Layout(64, false))),
            "(expected: Layout[rowStride=32, transposed=false])"));
  }

  private static Arguments mistake(
      String name, Consumer<List<TileOperation>> edit, String message) {
    return Arguments.of(name, edit, message);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void aMistakeIsNamedWithItsOperation(
      String name, Consumer<List<TileOperation>> edit, String message) {
    List<TileOperation> operations = twoTiles();
    edit.accept(operations);
    assertThatThrownBy(() -> ProgramCheck.check(program(operations)))
        .isInstanceOf(InvalidProgramException.class)
        .hasMessageStartingWith("operation ")
        .hasMessageContaining(message);
  }

  @Test
  void theOperationIsNamedAsPeopleReadIt() {
    List<TileOperation> operations = twoTiles();
    operations.add(new Store(2, 0, 0, 2 * TILE, TILE, true));
    assertThatThrownBy(() -> ProgramCheck.check(program(operations)))
        .hasMessage(
            "operation 7, STORE output[0,0] <- relu 8192: stores where no EXEC accumulates");
  }

  /** A sum may go on only from where it is. */
  @Test
  void aSumIsContinuedInOrder() {
    TileProgram deep =
        TileCompiler.compile(
            Network.of("x", 32, 96).matMul("w", 96, 32),
            new CompileOptions(32, 8 * TILE, BufferPolicy.SINGLE));
    List<TileOperation> swapped = new ArrayList<>(deep.operations());
    // LOAD LOAD EXEC k=0, LOAD LOAD EXEC k=1, LOAD LOAD EXEC k=2, STORE: the last two change
    // places.
    swapped.addAll(3, List.copyOf(swapped.subList(6, 9)));
    swapped.subList(9, 12).clear();
    TileProgram program =
        new TileProgram(deep.options(), deep.tensors(), swapped, deep.peakBytes(), 0);
    assertThatThrownBy(() -> ProgramCheck.check(program))
        .hasMessageStartingWith("operation 5, EXEC [0,0] += ")
        .hasMessageEndingWith("continues a sum that is not in its accumulator");
  }
}
