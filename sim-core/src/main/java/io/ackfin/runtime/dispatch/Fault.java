package io.ackfin.runtime.dispatch;

import java.util.Arrays;

/**
 * Ways in which the runtime can be made wrong, to see whether a check notices. The first ten switch
 * off a protection of the protocol and bear its name; the others are mistakes that a runtime can
 * have. Only {@link DispatchRun#withFaults} knows them.
 */
public enum Fault {
  /** A busy core is dispatched to without waiting for its ACK; by parity, nothing is closed. */
  ACK_GUARD("ack-guard"),
  /** Every payload goes into slot 0. */
  SLOT_FLIP("slot-flip"),
  /** FIN is always written, also when more waits. */
  FIN_SKIP("fin-skip"),
  /** FIN of the pending dispatch is taken for nothing. */
  CASE_A("case-a"),
  /** ACK of the pending dispatch is taken for nothing. */
  CASE_B("case-b"),
  /** FIN of the running dispatch, none pending, is taken for nothing. */
  CASE_C("case-c"),
  /** FIN of the running dispatch, one pending, is taken for nothing. */
  CASE_D("case-d"),
  /** The core reads hank.task after it wrote ACK. */
  PAYLOAD_BEFORE_ACK("payload-before-ack"),
  /** DMB is stored before hank.task: what a missing barrier may do. With two slots in turn. */
  STORE_ORDER("store-order"),
  /** The core takes hank.task from a copy that it read one dispatch ago. With slots in turn. */
  CACHE_INVALIDATE("cache-invalidate"),
  /** The subtask that case C completes is completed twice. */
  COMPLETE_TWICE("complete-twice"),
  /** Case A completes the pending subtask before the running one. */
  PENDING_BEFORE_RUNNING("pending-before-running"),
  /** A promoted dispatch keeps the subslot of the one before it. */
  FORGET_SUBSLOT("forget-subslot"),
  /** Cases B and D promote the pending dispatch, but complete nothing. */
  PROMOTE_WITHOUT_COMPLETING("promote-without-completing"),
  /** The running dispatch's slot is built in again as soon as a pending one was published. */
  FREE_SLOT_EARLY("free-slot-early"),
  /** The core runs the payload in its other slot. */
  WRONG_SLOT_READ("wrong-slot-read"),
  /** The core leaves FIN out although nothing waits. */
  SWALLOW_FIN("swallow-fin"),
  /** Every fourth payload of a core is not built: what the slot held before is published again. */
  STALE_PAYLOAD("stale-payload"),
  /** A core that runs something while it changes hands is polled by nobody afterwards. */
  LOST_HAND_OVER("lost-hand-over"),
  /** A pending dispatch overwrites the running one's dispatch time. */
  OVERWRITE_DISPATCH_TIME("overwrite-dispatch-time"),
  /** What completes is recorded with the kernel of the pending dispatch. */
  KERNEL_ID_FROM_PENDING("kernel-id-from-pending"),
  /** Schedulers leave without writing exit to their cores. */
  LEAVE_WITHOUT_EXIT("leave-without-exit");

  private static final Fault[] ALL = values();

  private final String label;

  Fault(String label) {
    this.label = label;
  }

  /**
   * The fault of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Fault of(String label) {
    for (Fault fault : ALL) {
      if (fault.label.equals(label)) {
        return fault;
      }
    }
    throw new IllegalArgumentException(
        "fault: " + label + " (expected: one of " + Arrays.toString(ALL) + ")");
  }

  /** The name in files. */
  @Override
  public String toString() {
    return label;
  }
}
