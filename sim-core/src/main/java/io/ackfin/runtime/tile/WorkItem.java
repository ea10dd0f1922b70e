package io.ackfin.runtime.tile;

import io.ackfin.tile.TileOperation.Exec;
import io.ackfin.tile.TileOperation.Store;

/**
 * One EXEC as it is handed to the compute thread, with everything that it needs to know.
 *
 * @param number which EXEC of the program it is, from 0
 * @param exec the operation
 * @param store the STORE that waits for it, or null if its sum goes on
 */
record WorkItem(int number, Exec exec, Store store) {
  int a() {
    return exec.a();
  }

  int b() {
    return exec.b();
  }

  int accumulator() {
    return exec.accumulator();
  }

  boolean firstK() {
    return exec.k() == 0;
  }

  boolean lastK() {
    return store != null;
  }
}
