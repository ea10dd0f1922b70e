package io.ackfin.device.mmio;

import io.ackfin.core.signal.PostedCell;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;

/**
 * The registers of all cores and the way to them. DATA_MAIN_BASE is written by control-CPU threads
 * and read by its core; COND is written by its core and read by control-CPU threads. A core's
 * registers can be reached from the control CPU only while its window is open.
 */
public final class RegisterFile {
  private final long storeVisible;
  private final long condVisible;
  private final boolean guarded;
  private final PostedCell[] dmb;
  private final PostedCell[] bell;
  private final PostedCell[] cond;
  private final boolean[] open;

  /**
   * Registers of {@code cores} cores.
   *
   * @param started whether start-up has happened already: windows open, DMB and COND idle
   */
  public RegisterFile(MmioSpec spec, int cores, boolean started) {
    this(spec, cores, started, true);
  }

  private RegisterFile(MmioSpec spec, int cores, boolean started, boolean guarded) {
    this.guarded = guarded;
    storeVisible = spec.storeVisible().picoseconds();
    condVisible = spec.condVisible().picoseconds();
    dmb = new PostedCell[cores];
    bell = new PostedCell[cores];
    cond = new PostedCell[cores];
    open = new boolean[cores];
    for (int core = 0; core < cores; core++) {
      dmb[core] = new PostedCell(started ? DmbWord.IDLE : 0);
      bell[core] = new PostedCell(0);
      cond[core] = new PostedCell(started ? CondWord.CORE_IDLE : 0);
      open[core] = started;
    }
  }

  /**
   * Registers that can be reached while their window is closed, for stores that are on their way
   * when it opens or closes.
   */
  public static RegisterFile withoutGuard(MmioSpec spec, int cores, boolean started) {
    return new RegisterFile(spec, cores, started, false);
  }

  /** Opens or closes a core's window. */
  public void setWindow(int core, boolean isOpen) {
    open[core] = isOpen;
  }

  /**
   * A control-CPU thread's store to the lower half of DATA_MAIN_BASE.
   *
   * @param tick the end of its issue
   * @return the tick at which the core can read it
   */
  public long storeDmb(int core, int value, long tick) {
    requireOpen(core, "DATA_MAIN_BASE");
    return dmb[core].write(value, tick + storeVisible);
  }

  /**
   * A control-CPU thread's store to the upper half of DATA_MAIN_BASE, the doorbell.
   *
   * @param tick the end of its issue
   * @return the tick at which the core can read it
   */
  public long storeBell(int core, int id, long tick) {
    requireOpen(core, "DATA_MAIN_BASE");
    return bell[core].write(id, tick + storeVisible);
  }

  /**
   * The tick at which the core can read the last store to its DATA_MAIN_BASE; {@link
   * Long#MIN_VALUE} if it has.
   */
  public long lastDmbArrival(int core) {
    return dmb[core].lastArrival();
  }

  /**
   * The tick from which on a read of the lower half of DATA_MAIN_BASE may give something else than
   * the last one; {@link PostedCell#NEVER} if nothing is on its way.
   */
  public long nextDmb(int core) {
    return dmb[core].nextArrival();
  }

  /** The same of both halves. */
  public long nextWholeDmb(int core) {
    return Math.min(nextDmb(core), bell[core].nextArrival());
  }

  /** What the last load of COND gave. */
  public int lastCond(int core) {
    return (int) cond[core].lastRead();
  }

  /** The same of loads of COND. */
  public long nextCond(int core) {
    return cond[core].nextArrival();
  }

  /** What DATA_MAIN_BASE shows its core at a tick; nobody has read it by that. */
  public int peekDmb(int core, long tick) {
    return (int) dmb[core].peek(tick);
  }

  /** What COND shows a load at a tick; nobody has loaded it by that. */
  public int peekCond(int core, long tick) {
    return (int) cond[core].peek(tick);
  }

  /** A core's read of the lower half of its DATA_MAIN_BASE. */
  public int readDmb(int core, long tick) {
    return (int) dmb[core].read(tick);
  }

  /** A core's read of both halves of its DATA_MAIN_BASE, as {@link DmbWord} lays them out. */
  public long readWholeDmb(int core, long tick) {
    long bellOnly = DmbWord.withDoorbell(0, (int) bell[core].read(tick));
    return DmbWord.withId(bellOnly, readDmb(core, tick));
  }

  /**
   * A core's write of its COND.
   *
   * @return the tick from which on a load can sample it
   */
  public long writeCond(int core, int word, long tick) {
    return cond[core].write(word, tick + condVisible);
  }

  /** A control-CPU thread's load of COND, sampled at a tick. */
  public int loadCond(int core, long tick) {
    requireOpen(core, "COND");
    return (int) cond[core].read(tick);
  }

  private void requireOpen(int core, String register) {
    if (guarded && !open[core]) {
      throw new IllegalStateException(
          register + " of core " + core + ": reached while its window is closed");
    }
  }
}
