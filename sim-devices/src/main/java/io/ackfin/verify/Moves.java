package io.ackfin.verify;

import io.ackfin.verify.Move.Kind;

/**
 * Moves packed into an {@code int}, so that searching allocates nothing.
 *
 * <pre>
 *   27                 10 9    7 6      5 4     0
 *  +---------------------+------+--------+-------+
 *  |      argument       | core | thread | kind  |
 *  +---------------------+------+--------+-------+
 * </pre>
 *
 * A core or thread of -1 is stored as all ones.
 */
final class Moves {
  private static final Kind[] KINDS = Kind.values();
  private static final int KIND = 0x1F;
  private static final int THREAD_SHIFT = 5;
  private static final int THREAD = 3;
  private static final int CORE_SHIFT = 7;
  private static final int CORE = 7;
  private static final int ARGUMENT_SHIFT = 10;

  private Moves() {}

  static int pack(Kind kind, int thread, int core, int argument) {
    return kind.ordinal()
        | (thread & THREAD) << THREAD_SHIFT
        | (core & CORE) << CORE_SHIFT
        | argument << ARGUMENT_SHIFT;
  }

  static int thread(int packed) {
    int thread = packed >>> THREAD_SHIFT & THREAD;
    return thread == THREAD ? -1 : thread;
  }

  static Move unpack(int packed) {
    int thread = packed >>> THREAD_SHIFT & THREAD;
    int core = packed >>> CORE_SHIFT & CORE;
    return new Move(
        KINDS[packed & KIND],
        thread == THREAD ? -1 : thread,
        core == CORE ? -1 : core,
        packed >>> ARGUMENT_SHIFT);
  }
}
