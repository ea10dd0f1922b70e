package io.ackfin.device.aicore;

import io.ackfin.handshake.CoreOperation;

/** What each row of the core's program costs before it takes effect, in ticks. */
final class AicoreCosts implements CorePace {
  private final long poll;
  private final long kernelLeast;
  private final long[] byOperation = new long[CoreOperation.COUNT];

  AicoreCosts(AicoreSpec spec) {
    poll = spec.poll().picoseconds();
    kernelLeast = spec.kernelLeast().picoseconds();
    for (CoreOperation operation : CoreOperation.values()) {
      byOperation[operation.ordinal()] = cost(spec, operation);
    }
  }

  /** The cost of a row; that of a kernel's end is the time that the kernel takes. */
  @Override
  public long of(CoreOperation operation, long kernelDuration) {
    return operation == CoreOperation.END_KERNEL
        ? Math.max(kernelDuration, kernelLeast)
        : byOperation[operation.ordinal()];
  }

  @Override
  public long poll() {
    return poll;
  }

  private static long cost(AicoreSpec spec, CoreOperation operation) {
    return switch (operation) {
      case INVALIDATE_ALL, INVALIDATE_PAYLOAD, INVALIDATE_HANK -> spec.invalidate().picoseconds();
      case READ_POINTER -> spec.payloadRead().picoseconds() + spec.pointerRead().picoseconds();
      case DERIVE_POINTER, KEEP_POINTER -> spec.payloadRead().picoseconds();
      case WRITE_ACK -> spec.ackWrite().picoseconds();
      case READ_DMB -> spec.firstRead().picoseconds();
      case START_KERNEL -> spec.kernelStart().picoseconds();
      case PUBLISH_OUTPUT -> spec.outputPublish().picoseconds();
      case WRITE_FIN, WRITE_EXITED, WRITE_IDLE -> spec.finWrite().picoseconds();
      // Other reads are among the polls that the period counts; the payload's costs lie in its
      // pointer.
      case AWAIT_CALL,
          AWAIT_WINDOW,
          AWAIT_DMB_OPEN,
          LOOK_BEHIND,
          READ_GATE,
          AWAIT_BELL,
          END_KERNEL,
          REPORT,
          SAY_DONE,
          STOP ->
          0;
    };
  }
}
