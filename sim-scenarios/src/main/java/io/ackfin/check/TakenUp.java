package io.ackfin.check;

import io.ackfin.protocol.HandshakeEvent;
import java.util.Arrays;

/**
 * Which dispatch each core took up last: the one whose id its DATA_MAIN_BASE showed when it found
 * one. Known only where arrivals are told; ids need not differ for it. Not thread-safe.
 */
final class TakenUp {
  private final int[] visible;
  private final int[] taken;

  TakenUp(int cores) {
    visible = new int[cores];
    taken = new int[cores];
    Arrays.fill(visible, DispatchOrder.NOTHING);
    Arrays.fill(taken, DispatchOrder.NOTHING);
  }

  void on(HandshakeEvent event, int core, int item) {
    if (event == HandshakeEvent.ID_VISIBLE) {
      visible[core] = item;
    } else if (event == HandshakeEvent.RECEIVED) {
      taken[core] = visible[core];
    }
  }

  /** The subtask whose dispatch a core took up; {@link DispatchOrder#NOTHING} if none is known. */
  int by(int core) {
    return taken[core];
  }
}
