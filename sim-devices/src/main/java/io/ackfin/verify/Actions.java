package io.ackfin.verify;

import io.ackfin.protocol.ResourceShape;

/**
 * The actions of which fairness speaks, numbered: what is enabled again and again must happen one
 * day. A thread's choices at home are actions of their own, since a scheduler's loop makes each of
 * them in turn; stopping the run and handing cores over need never happen.
 */
final class Actions {
  static final int STOP = 15;
  static final int HAND_OVER = 16;
  static final int EXPIRE = 17;

  /** What need never happen. */
  static final long OPTIONAL = 1L << STOP | 1L << HAND_OVER;

  private static final int OUTPUT = 4;
  private static final int THREAD = 8;
  private static final int STORES = 10;
  private static final int EMERGENCY = 13;
  private static final int HOME = 18;
  private static final int POLL = 0;
  private static final int LOOK = 4;
  private static final int EXIT = 8;
  private static final int DISPATCH = 12;
  private static final int STARTUP = DISPATCH + ResourceShape.COUNT;
  private static final int RING = STARTUP + BoundedSystem.MOST_CORES;
  private static final int RECHECK = RING + 1;
  private static final int CHOICES = RECHECK + 1;

  private Actions() {}

  static int core(int core) {
    return core;
  }

  static int output(int core) {
    return OUTPUT + core;
  }

  /** The next row of the program that a thread is in. */
  static int thread(int thread) {
    return THREAD + thread;
  }

  static int stores(int writer) {
    return STORES + writer;
  }

  static int emergency() {
    return EMERGENCY;
  }

  static int poll(int thread, int core) {
    return home(thread) + POLL + core;
  }

  static int look(int thread, int core) {
    return home(thread) + LOOK + core;
  }

  static int exit(int thread, int core) {
    return home(thread) + EXIT + core;
  }

  static int dispatch(int thread, ResourceShape shape) {
    return home(thread) + DISPATCH + shape.ordinal();
  }

  static int startup(int thread, int core) {
    return home(thread) + STARTUP + core;
  }

  static int ring(int thread) {
    return home(thread) + RING;
  }

  static int recheck(int thread) {
    return home(thread) + RECHECK;
  }

  /** All choices of a thread at home. */
  static long choices(int thread) {
    return ((1L << CHOICES) - 1) << home(thread);
  }

  private static int home(int thread) {
    return HOME + thread * CHOICES;
  }
}
