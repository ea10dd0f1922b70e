package io.ackfin.handshake;

import static io.ackfin.protocol.Invariant.COMPLETES_ONCE;
import static io.ackfin.protocol.Invariant.PROGRESS;
import static io.ackfin.protocol.Invariant.RUNS_ONCE;
import static io.ackfin.protocol.Invariant.SLOT_STABLE;

import io.ackfin.protocol.Invariant;
import java.util.EnumSet;

/**
 * The declared consequence of switching off each protection, for each variant and memory mode.
 *
 * <p>Declared is what one scheduler thread and one core can do with three or more independent tasks
 * and both ways of putting a task behind a running one ({@link PendingDispatch#BOTH}). With {@link
 * PendingDispatch#SKIP} alone a missing {@link Protection#ACK_GUARD} is harmless, as the look at
 * COND does its work. A dispatch whose kernel never runs counts for SLOT_STABLE as one that has not
 * ended.
 *
 * <p>Stateless; any thread.
 */
public final class Consequences {
  private static final Consequence STALE_PAYLOAD =
      violates("a cached line may hold the payload that lay in the slot before", RUNS_ONCE);
  private static final Consequence OVERWRITTEN_PAYLOAD =
      violates(
          "the next payload is built in the slot that the running kernel reads",
          RUNS_ONCE,
          SLOT_STABLE);
  private static final Consequence FIN_IGNORED =
      violates("nothing but the FIN of the last dispatch tells that it is complete", PROGRESS);
  private static final Consequence LATE_FIN_IGNORED =
      violates(
          "when the pending dispatch has ended before COND was read, nothing else tells of it",
          PROGRESS);
  private static final Consequence FIN_COMPLETES_BOTH =
      harmless("nothing comes behind a pending dispatch, so its FIN follows and completes both");
  private static final Consequence NEVER_PENDING =
      harmless("no task is ever put behind a running one");
  private static final Consequence ALWAYS_FIN = harmless("this variant's core always writes FIN");

  private Consequences() {}

  /** What happens to a variant without a protection, in a memory mode. */
  public static Consequence of(Protection off, Variant variant, MemoryMode memory) {
    return switch (variant) {
      case SINGLE_SLOT -> singleSlot(off, memory);
      case DUAL_SLOT -> dualSlot(off, memory);
      case DUAL_SLOT_PARITY -> dualSlotParity(off, memory);
    };
  }

  private static Consequence singleSlot(Protection off, MemoryMode memory) {
    return switch (off) {
      case ACK_GUARD, CASE_A, CASE_B, CASE_D -> NEVER_PENDING;
      case CASE_C -> FIN_IGNORED;
      case SLOT_FLIP -> harmless("there is one slot");
      case FIN_SKIP -> ALWAYS_FIN;
      case PAYLOAD_BEFORE_ACK, CACHE_INVALIDATE_HANK ->
          harmless("hank.task is read once, at start-up, and never changes");
      case CACHE_INVALIDATE, CACHE_INVALIDATE_PAYLOAD -> STALE_PAYLOAD;
      case STORE_ORDER -> withoutOrder(memory);
    };
  }

  private static Consequence dualSlot(Protection off, MemoryMode memory) {
    return switch (off) {
      case ACK_GUARD ->
          violates(
              "the next dispatch may replace hank.task or the id before the core has read them, so"
                  + " that it runs the wrong task or skips one that is then taken for complete",
              RUNS_ONCE,
              COMPLETES_ONCE,
              SLOT_STABLE);
      case SLOT_FLIP -> OVERWRITTEN_PAYLOAD;
      case FIN_SKIP ->
          harmless("a FIN before the next ACK completes the running task a little earlier");
      case CASE_A -> LATE_FIN_IGNORED;
      case CASE_B -> FIN_COMPLETES_BOTH;
      case CASE_C -> FIN_IGNORED;
      case CASE_D ->
          harmless("the core takes up the pending dispatch, whose ACK or FIN completes the other");
      case PAYLOAD_BEFORE_ACK ->
          violates("the ACK lets the next dispatch replace hank.task before it is read", RUNS_ONCE);
      case CACHE_INVALIDATE, CACHE_INVALIDATE_HANK ->
          violates("a cached hank.task may name the slot of the dispatch before", RUNS_ONCE);
      case CACHE_INVALIDATE_PAYLOAD -> STALE_PAYLOAD;
      case STORE_ORDER -> withoutOrder(memory);
    };
  }

  private static Consequence dualSlotParity(Protection off, MemoryMode memory) {
    return switch (off) {
      case ACK_GUARD ->
          violates(
              "the next dispatch may replace the id before the core has read it, so that a task is"
                  + " skipped and then taken for complete",
              RUNS_ONCE,
              COMPLETES_ONCE,
              SLOT_STABLE);
      case SLOT_FLIP -> OVERWRITTEN_PAYLOAD;
      case FIN_SKIP -> ALWAYS_FIN;
      case CASE_A -> LATE_FIN_IGNORED;
      case CASE_B -> FIN_COMPLETES_BOTH;
      case CASE_C -> FIN_IGNORED;
      case CASE_D ->
          harmless("this variant leaves FIN of the running dispatch to the pending one anyway");
      case PAYLOAD_BEFORE_ACK, CACHE_INVALIDATE_HANK ->
          harmless("the slot follows from the id and hank.task is never read");
      case CACHE_INVALIDATE, CACHE_INVALIDATE_PAYLOAD -> STALE_PAYLOAD;
      case STORE_ORDER -> withoutOrder(memory);
    };
  }

  private static Consequence withoutOrder(MemoryMode memory) {
    return switch (memory) {
      case IN_ORDER, FIFO ->
          harmless("stores become visible in the order of their issue without a barrier");
      case RELAXED ->
          violates(
              "the id may become visible before the payload, which changes while the core reads it",
              RUNS_ONCE,
              SLOT_STABLE);
    };
  }

  private static Consequence violates(String because, Invariant first, Invariant... more) {
    return new Consequence.Violates(EnumSet.of(first, more), because);
  }

  private static Consequence harmless(String because) {
    return new Consequence.Harmless(because);
  }
}
