package io.ackfin.scenario.describe;

import io.ackfin.handshake.Addition;
import io.ackfin.handshake.Fault;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.Invariant;

/**
 * What the protocol's choices mean, in a sentence each, without a full stop. The switches name
 * every constant and have no default branch: a new constant does not compile until it has its
 * sentence.
 */
final class Meaning {
  private Meaning() {}

  static String of(Variant variant) {
    return switch (variant) {
      case SINGLE_SLOT ->
          "one payload slot; a core gets its next task when it is idle: the baseline";
      case DUAL_SLOT ->
          "two slots used in turn; a task waits behind the running one, and a core that finds it"
              + " waiting writes no FIN";
      case DUAL_SLOT_PARITY ->
          "two slots chosen by the lowest bit of the dispatch id; always a FIN, and the pending"
              + " slot opens with a polled ACK";
    };
  }

  static String of(Protection protection) {
    return switch (protection) {
      case ACK_GUARD ->
          "a dispatch behind a running task waits for that task's ACK; with parity it closes the"
              + " pending slot until then";
      case SLOT_FLIP -> "payload slots are used in turn; off: always slot 0";
      case FIN_SKIP ->
          "a core that finds its next task waiting writes no FIN; off: FIN after every task";
      case CASE_A -> "FIN of the pending dispatch completes the running and the pending subtask";
      case CASE_B ->
          "ACK of the pending dispatch completes the running subtask and promotes the pending one";
      case CASE_C ->
          "FIN of the running dispatch, nothing pending, completes it and idles the core";
      case CASE_D ->
          "FIN of the running dispatch with another pending completes the first and promotes the"
              + " second";
      case PAYLOAD_BEFORE_ACK ->
          "the core reads the payload's address before it acknowledges; off: after";
      case STORE_ORDER ->
          "a barrier before the DATA_MAIN_BASE store; off: stores may become visible in any order";
      case CACHE_INVALIDATE ->
          "the core invalidates its cached lines before it reads a dispatch; off: it may see"
              + " previous contents";
      case CACHE_INVALIDATE_HANK -> "the same, for the line of hank.task alone";
      case CACHE_INVALIDATE_PAYLOAD -> "the same, for the lines of the payload alone";
    };
  }

  static String of(Addition addition) {
    return switch (addition) {
      case GUARD_ABORT ->
          "the wait of a dispatch for the running task's ACK also ends on stop and on failure";
    };
  }

  static String of(Fault fault) {
    return switch (fault) {
      case CASE_D_AS_C ->
          "FIN of the running dispatch with another pending is taken for case C: the pending task"
              + " is forgotten";
      case CASE_D_NO_PROMOTE ->
          "FIN of the running dispatch with another pending completes the first and does not"
              + " promote the second";
      case NARROW_RESERVED_IDS ->
          "the dispatch-id counter skips too few values as it wraps around, and dispatches exit";
      case COMPLETE_TWICE ->
          "FIN of the only dispatch completes it and leaves the core busy, so that it completes"
              + " again";
      case LEAVE_WITHOUT_EXIT ->
          "the owner of a core calls it closed without writing exit, so that it polls for ever";
      case OUTPUT_UNPUBLISHED ->
          "the core says that a task is complete before its output is sure to be visible";
    };
  }

  static String of(Invariant invariant) {
    return switch (invariant) {
      case RUNS_ONCE ->
          "every dispatched subtask runs once, with its own payload, in dispatch order on its core";
      case COMPLETES_ONCE ->
          "every subtask is completed once, and not before its kernel ended and its output is"
              + " visible";
      case SLOT_STABLE ->
          "no payload slot is written from the store that publishes it until its kernel ended";
      case IDLE_IS_IDLE -> "a core that its scheduler believes idle is idle";
      case PROGRESS -> "something always moves, and shutdown ends every core and every thread";
      case PRODUCERS_FIRST -> "a task runs only after all its producers completed";
      case ONE_CLUSTER -> "the subtasks of one task run on different cores of one cluster";
    };
  }
}
