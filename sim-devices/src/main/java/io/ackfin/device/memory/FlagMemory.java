package io.ackfin.device.memory;

import io.ackfin.core.signal.PostedCell;

/** The start-up flags of all cores: 0 until set, seen by the other side later. */
public final class FlagMemory {
  /** The flags of one core. */
  public enum Flag {
    /** The control CPU has stored the first payload address. */
    AICPU_READY,
    /** The core has reported its id and type. */
    CORE_REPORT,
    /** The control CPU has opened the register window. */
    WINDOW_SAID,
    /** The core polls. */
    AICORE_DONE
  }

  private static final int FLAGS = Flag.values().length;

  private final long flagVisible;
  private final PostedCell[] cells;
  private final long[] notBefore;

  /** Flags of {@code cores} cores, none set. */
  public FlagMemory(MemorySpec spec, int cores) {
    flagVisible = spec.flagVisible().picoseconds();
    cells = new PostedCell[cores * FLAGS];
    notBefore = new long[cores];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = new PostedCell(0);
    }
  }

  /**
   * Sets a flag; it is visible no earlier than the last {@link #fence} of the core says.
   *
   * @return the tick from which on a load sees it
   */
  public long set(int core, Flag flag, long tick) {
    return cell(core, flag).write(1, Math.max(tick + flagVisible, notBefore[core]));
  }

  /**
   * A barrier: a flag of the core that is set from now on does not overtake earlier stores.
   *
   * @param arrival the tick at which the last of those is visible
   */
  public void fence(int core, long arrival) {
    notBefore[core] = Math.max(notBefore[core], arrival);
  }

  /** What a load of a flag gives: 0 or 1. */
  public long load(int core, Flag flag, long tick) {
    return cell(core, flag).read(tick);
  }

  /**
   * The tick from which on a load may give something else than the last one; {@link
   * PostedCell#NEVER} if nothing is on its way.
   */
  public long next(int core, Flag flag) {
    return cell(core, flag).nextArrival();
  }

  private PostedCell cell(int core, Flag flag) {
    return cells[core * FLAGS + flag.ordinal()];
  }
}
