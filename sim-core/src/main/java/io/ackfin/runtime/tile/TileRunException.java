package io.ackfin.runtime.tile;

import io.ackfin.runtime.agent.RunControl;

/** A run of a tile program ended before its end. The cause is what failed first. */
public final class TileRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String who;

  TileRunException(RunControl.Failure failure) {
    super(failure.who() + " failed: " + failure.cause(), failure.cause());
    who = failure.who();
  }

  /** Which thread failed first: "DMA" or "compute". */
  public String who() {
    return who;
  }
}
