package io.ackfin.verify;

import io.ackfin.protocol.Subslot;

/**
 * Where everything lies in a packed situation: first the cores, each in words of its own, then the
 * threads and what is common, then the stores on their way. Immutable; any thread.
 */
final class Layout {
  /** Scheduler threads and the thread that stops the run. */
  static final int WRITERS = 3;

  private static final int STORES_PER_CORE = 6;
  private static final int MORE_STORES = 3;
  private static final int MOST_SHAPES = 5;

  final int words;

  /** Words of each core. */
  final int coreWords;

  final CoreFields[] cores;
  final ThreadFields[] threads;

  /** Of each thread's clusters: bit n is set if thread 1 has cluster n. */
  final Field owners;

  final Field handedOver;
  final Field stopping;

  /** Cores that the stopping thread has still to write exit to. */
  final Field emergency;

  /** How many tasks of each shape were taken. */
  final Field[] taken;

  /** The subtasks of task 1 that are complete. */
  final Field producer;

  /** Of each task, the subtasks whose kernels have met their siblings. */
  final Field[] met;

  /** Of each writer, the stores on their way, oldest first. */
  final StoreQueue[] queues;

  Layout(BoundedSystem system, Features features) {
    cores = new CoreFields[system.cores()];
    int next = 0;
    for (int core = 0; core < cores.length; core++) {
      FieldAllocator bits = new FieldAllocator(next);
      cores[core] = new CoreFields(bits, features);
      next = bits.nextWord();
    }
    coreWords = next / cores.length;
    FieldAllocator bits = new FieldAllocator(next);
    threads = new ThreadFields[system.threads()];
    for (int thread = 0; thread < threads.length; thread++) {
      threads[thread] = new ThreadFields(bits, features);
    }
    owners = bits.takeIf(features.handOver(), system.clusters());
    handedOver = bits.takeIf(features.handOver(), 1);
    stopping = bits.take(1);
    emergency = bits.take(BoundedSystem.MOST_CORES);
    taken = bits.takeEach(MOST_SHAPES, CoreFields.ORDINAL);
    producer = bits.takeIf(features.gated(), Subslot.COUNT);
    met = bits.takeEach(features.siblings() ? system.tasks() + 1 : 0, Subslot.COUNT);
    next = bits.nextWord();
    queues = new StoreQueue[WRITERS];
    int capacity = STORES_PER_CORE * cores.length + MORE_STORES;
    for (int writer = 0; writer < WRITERS; writer++) {
      queues[writer] = new StoreQueue(next, features.posted() ? capacity : 0);
      next += queues[writer].words();
    }
    words = next;
  }
}
