package io.ackfin.runtime.tile;

import io.ackfin.tile.ProgramCheck;
import io.ackfin.tile.TileOperation;
import io.ackfin.tile.TileOperation.Exec;
import io.ackfin.tile.TileOperation.Store;
import io.ackfin.tile.TileProgram;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program that was checked, and whose EXECs know which STORE waits for them. Immutable; any
 * thread; as good for many runs as for one.
 */
public final class PreparedProgram {
  private final TileProgram program;
  // By position: the EXEC's item, or the item that completes what the STORE stores, or null.
  private final WorkItem[] items;
  private final int execs;

  private PreparedProgram(TileProgram program, WorkItem[] items, int execs) {
    this.program = program;
    this.items = items;
    this.execs = execs;
  }

  /**
   * Prepares a program.
   *
   * @throws io.ackfin.tile.InvalidProgramException if it is not valid
   */
  public static PreparedProgram of(TileProgram program) {
    ProgramCheck.check(program);
    List<TileOperation> operations = program.operations();
    WorkItem[] items = new WorkItem[operations.size()];
    int execs = (int) program.count(Exec.class);
    int number = execs;
    // STOREs whose EXEC has not come yet, by address: going back, the first one that comes is it.
    Map<Integer, Integer> claims = new LinkedHashMap<>();
    for (int at = operations.size() - 1; at >= 0; at--) {
      if (operations.get(at) instanceof Store store) {
        claims.put(store.address(), at);
      } else if (operations.get(at) instanceof Exec exec) {
        Integer claim = claims.remove(exec.accumulator());
        Store store = claim == null ? null : (Store) operations.get(claim);
        items[at] = new WorkItem(--number, exec, store);
        if (claim != null) {
          items[claim] = items[at];
        }
      }
    }
    return new PreparedProgram(program, items, execs);
  }

  /** The program. */
  public TileProgram program() {
    return program;
  }

  /** How many EXECs there are. */
  int execs() {
    return execs;
  }

  /** The item of the EXEC at a position, or the one that the STORE there waits for. */
  WorkItem item(int position) {
    return items[position];
  }
}
