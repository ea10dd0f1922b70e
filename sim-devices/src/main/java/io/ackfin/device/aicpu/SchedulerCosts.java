package io.ackfin.device.aicpu;

import io.ackfin.handshake.SchedulerOperation;

/** What each row of a scheduler's programs costs before it takes effect. */
final class SchedulerCosts {
  private final long[] byOperation = new long[SchedulerOperation.COUNT];

  SchedulerCosts(AicpuSpec spec, AccessCosts access) {
    for (SchedulerOperation operation : SchedulerOperation.values()) {
      byOperation[operation.ordinal()] = cost(operation, spec, access);
    }
  }

  long of(SchedulerOperation operation) {
    return byOperation[operation.ordinal()];
  }

  /** What a thread that walks a row between start-up and exit is busy with. */
  static Activity activity(SchedulerOperation operation) {
    return switch (operation) {
      case AWAIT_RUNNING -> Activity.GUARD;
      case APPLY_COND, LOOK_AT_COND -> Activity.POLL;
      default -> Activity.DISPATCH;
    };
  }

  private static long cost(SchedulerOperation operation, AicpuSpec spec, AccessCosts access) {
    return switch (operation) {
      case BUILD_PAYLOAD -> spec.payloadBuild().picoseconds();
      case FENCE -> spec.barrier().picoseconds();
      case STORE_ID, STORE_EXIT, STORE_IDLE, STORE_BELL, OPEN_WINDOW, CLOSE_WINDOW ->
          access.registerStore();
      case AWAIT_RUNNING, APPLY_COND, LOOK_AT_COND, AWAIT_EXITED -> access.registerLoad();
      case AWAIT_REPORT, AWAIT_DONE -> access.flagLoad();
      // Stores to ordinary memory vanish in a store buffer; local rows are part of others.
      case HOME,
          STORE_FIRST_POINTER,
          CALL,
          SAY_OPEN,
          SAY_STARTED,
          GIVE_UP,
          STORE_POINTER,
          FLIP_SLOT,
          FOLLOW_ID,
          CLOSE_PENDING,
          SAY_CLOSED,
          SAY_EXPIRED ->
          0;
    };
  }
}
