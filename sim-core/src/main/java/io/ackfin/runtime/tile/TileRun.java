package io.ackfin.runtime.tile;

import io.ackfin.runtime.memory.OwnedCounter;
import io.ackfin.runtime.ring.SpscRing;

/** What the two threads of one run share. */
final class TileRun {
  final PreparedProgram program;
  final float[] arena;

  /** EXECs on their way from the DMA thread to the compute thread. */
  final SpscRing<WorkItem> work;

  /** Items whose sum is complete, on their way back. */
  final SpscRing<WorkItem> notifications;

  /** EXECs done, counted by the compute thread. */
  final OwnedCounter done = new OwnedCounter();

  /** Operations carried out or handed over, counted by the DMA thread. */
  final OwnedCounter position = new OwnedCounter();

  TileRun(PreparedProgram program, int ringItems) {
    this.program = program;
    arena = new float[program.program().options().arenaBytes() / Float.BYTES];
    work = new SpscRing<>(ringItems);
    notifications = new SpscRing<>(ringItems);
  }

  /** Changes whenever either thread gets on. */
  long progress() {
    return done.getAcquire() + position.getAcquire();
  }
}
