package io.ackfin.core.event;

import java.util.function.IntConsumer;

/** What a random program needs of a kernel; events are numbers in the order of their creation. */
interface Schedule {
  void create(Phase phase, int rank, IntConsumer action);

  void at(long tick, int event);

  boolean cancel(int event);

  boolean isPending(int event);

  long now();

  void runUntil(long tick);
}
