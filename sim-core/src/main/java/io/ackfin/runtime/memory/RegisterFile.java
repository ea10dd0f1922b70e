package io.ackfin.runtime.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The cells behind all cores' registers. 32-bit cells, because the bus moves 32 bits at a time: the
 * two halves of DATA_MAIN_BASE are two cells, which a reader sees apart. All are 0 at first. Any
 * thread, through a {@link RegisterPort} of its own.
 */
public final class RegisterFile {
  private static final VarHandle CELLS = MethodHandles.arrayElementVarHandle(int[].class);

  // 128 bytes: a cache line and its prefetched neighbour.
  private static final int STRIDE = 32;

  private final int cores;
  private final int[] cells;

  /** The registers of cores 0 to {@code cores} - 1. */
  public RegisterFile(int cores) {
    this.cores = cores;
    // One stride in front keeps core 0 off the array's length and whatever lies before it.
    cells = new int[STRIDE * (1 + Register.LINES * cores)];
  }

  /** How many cores there are. */
  public int cores() {
    return cores;
  }

  int getAcquire(Register register, int core) {
    return (int) CELLS.getAcquire(cells, at(register, core));
  }

  void setRelease(Register register, int core, int value) {
    CELLS.setRelease(cells, at(register, core), value);
  }

  int getOpaque(Register register, int core) {
    return (int) CELLS.getOpaque(cells, at(register, core));
  }

  void setOpaque(Register register, int core, int value) {
    CELLS.setOpaque(cells, at(register, core), value);
  }

  private static int at(Register register, int core) {
    return STRIDE * (1 + Register.LINES * core + register.line()) + register.word();
  }
}
