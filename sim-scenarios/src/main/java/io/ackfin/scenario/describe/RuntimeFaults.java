package io.ackfin.scenario.describe;

import io.ackfin.runtime.dispatch.Fault;
import java.util.List;

/**
 * The mistakes of the real runtime, each in a sentence without a full stop. A new one does not
 * compile until it has its sentence.
 */
final class RuntimeFaults {
  private RuntimeFaults() {}

  static Topic topic() {
    return Topic.ofRows(
        "runtime-fault",
        "mistakes that crosscheck can build into the real runtime, to see that they are found",
        List.of("runtime-fault", "meaning"),
        Fault.values(),
        fault -> List.of(fault.toString(), meaning(fault)));
  }

  private static String meaning(Fault fault) {
    return switch (fault) {
      case ACK_GUARD ->
          "a busy core is dispatched to without waiting for its ACK; with parity nothing is closed";
      case SLOT_FLIP -> "every payload goes into slot 0";
      case FIN_SKIP -> "FIN is always written, also when more waits";
      case CASE_A -> "FIN of the pending dispatch is taken for nothing";
      case CASE_B -> "ACK of the pending dispatch is taken for nothing";
      case CASE_C -> "FIN of the running dispatch, nothing pending, is taken for nothing";
      case CASE_D -> "FIN of the running dispatch with another pending is taken for nothing";
      case PAYLOAD_BEFORE_ACK -> "the core reads the payload's address after it acknowledged";
      case STORE_ORDER ->
          "DATA_MAIN_BASE is stored before the payload's address, as without a barrier; two slots"
              + " in turn";
      case CACHE_INVALIDATE ->
          "the core takes the payload's address from a copy one dispatch old; slots in turn";
      case COMPLETE_TWICE -> "what case C completes is completed twice";
      case PENDING_BEFORE_RUNNING -> "case A completes the pending subtask first";
      case FORGET_SUBSLOT -> "a promoted dispatch keeps the subslot of the one before it";
      case PROMOTE_WITHOUT_COMPLETING -> "cases B and D promote, but complete nothing";
      case FREE_SLOT_EARLY ->
          "the running dispatch's slot is built in as soon as a pending one was published";
      case WRONG_SLOT_READ -> "the core runs the payload in its other slot";
      case SWALLOW_FIN -> "the core leaves FIN out although nothing waits";
      case STALE_PAYLOAD -> "every fourth payload of a core is not built";
      case LOST_HAND_OVER ->
          "a core that runs something while it changes hands is polled by nobody afterwards";
      case OVERWRITE_DISPATCH_TIME -> "a pending dispatch overwrites the running one's time";
      case KERNEL_ID_FROM_PENDING -> "what completes bears the kernel of the pending dispatch";
      case LEAVE_WITHOUT_EXIT -> "schedulers leave without writing exit to their cores";
    };
  }
}
