package io.ackfin.run.replay;

import io.ackfin.device.soc.ScriptedLayout;
import io.ackfin.handshake.Startup;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.Shutdown;
import java.util.Arrays;

/**
 * How a run stands beyond what devices know: whose the clusters are, which cores are started, which
 * tasks were taken, whether the run is to stop. Not thread-safe.
 */
final class Standing {
  private final ScriptedLayout layout;
  private final boolean[] started;
  private final boolean[] taken;
  private int owners;
  private boolean handedOver;
  private boolean stopping;
  private int exitsOwed;

  Standing(BoundedSystem system, ScriptedLayout layout) {
    this.layout = layout;
    started = new boolean[layout.cores()];
    Arrays.fill(started, system.protocol().startup() == Startup.NONE);
    taken = new boolean[system.tasks() + 1];
    // Of an odd number of clusters thread 0 gets one more.
    int first = (layout.clusters() + system.threads() - 1) / system.threads();
    for (int cluster = first; cluster < layout.clusters(); cluster++) {
      owners |= 1 << cluster;
    }
  }

  void start(int core) {
    started[core] = true;
  }

  boolean isStarted(int core) {
    return started[core];
  }

  /** A thread takes a task, counted from 1. */
  void take(int task) {
    taken[task] = true;
  }

  boolean isTaken(int task) {
    return taken[task];
  }

  /** The clusters are dealt out again: bit n is set if thread 1 gets cluster n. */
  void handOver(int newOwners) {
    owners = newOwners;
    handedOver = true;
  }

  boolean isHandedOver() {
    return handedOver;
  }

  int owners() {
    return owners;
  }

  boolean owns(int thread, int core) {
    return (owners >>> layout.cluster(core) & 1) == thread;
  }

  /** The run is to stop: no task is left. In an emergency, exit is owed to every core. */
  void stop(Shutdown shutdown) {
    stopping = true;
    Arrays.fill(taken, true);
    exitsOwed = shutdown == Shutdown.EMERGENCY ? (1 << layout.cores()) - 1 : 0;
  }

  boolean isStopping() {
    return stopping;
  }

  void exitWritten(int core) {
    exitsOwed &= ~(1 << core);
  }

  /** Whether the thread that stops the run still has to write exit to a core. */
  boolean owesExit(int core) {
    return (exitsOwed >>> core & 1) != 0;
  }

  boolean owesExits() {
    return exitsOwed != 0;
  }
}
