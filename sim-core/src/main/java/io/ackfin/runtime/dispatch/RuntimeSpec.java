package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.DispatchId;
import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.runtime.kernel.KernelKind;
import java.util.function.Consumer;

/**
 * How a workload is run. Immutable; any thread.
 *
 * @param schedulers how many scheduler threads are wanted; no more run than there are clusters
 * @param becomesScheduler whether the orchestrator becomes one more scheduler when it has submitted
 *     everything, if there are clusters enough for it
 * @param taskWindow how many tasks may be submitted and not yet released, 1 or more
 * @param idModulus narrows dispatch ids to 0 to this - 1; even, so that parity alternates, at least
 *     4; or 0 for the full counter
 * @param waiting how all threads wait, or null to choose by the number of processors
 * @param timeLimitNs how long the run may make no progress, and how long any wait may take; must be
 *     more than the longest kernel takes
 * @param exitLimitNs how long a core may take to answer an exit
 * @param recordsPerThread how many records each thread can keep; 0 records nothing
 */
public record RuntimeSpec(
    Chip chip,
    int schedulers,
    boolean becomesScheduler,
    Variant variant,
    Placement placement,
    PendingDispatch pendingDispatch,
    int idModulus,
    Startup startup,
    Submission submission,
    int taskWindow,
    KernelKind kernel,
    WaitKind waiting,
    long timeLimitNs,
    long exitLimitNs,
    int recordsPerThread) {
  private static final int MOST_SCHEDULERS = 64;
  private static final int LEAST_MODULUS = 4;
  private static final int MOST_RECORDS = 1 << 26;
  private static final int DEFAULT_WINDOW = 16_384;
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long DEFAULT_LIMIT_NS = 10 * SECOND_NS;

  public RuntimeSpec {
    Chip.check("schedulers", schedulers, 1, MOST_SCHEDULERS);
    Chip.check("taskWindow", taskWindow, 1, Integer.MAX_VALUE);
    if (idModulus != 0
        && (idModulus < LEAST_MODULUS || idModulus % 2 != 0 || idModulus > DispatchId.RESERVED)) {
      throw new IllegalArgumentException(
          "idModulus: " + idModulus + " (expected: 0, or even and at least " + LEAST_MODULUS + ")");
    }
    Chip.check("timeLimitNs", timeLimitNs, 1, Long.MAX_VALUE / 2);
    Chip.check("exitLimitNs", exitLimitNs, 1, Long.MAX_VALUE / 2);
    Chip.check("recordsPerThread", recordsPerThread, 0, MOST_RECORDS);
  }

  /**
   * One cluster, one scheduler, two slots, kernels that spin, tasks submitted while it runs; limits
   * of 10 s without progress and 1 s for an exit, as the hardware's runtime has (2 s and 1 s) but
   * longer, because a host does other things too.
   */
  public static RuntimeSpec defaults() {
    return new RuntimeSpec(
        Chip.ofClusters(1),
        1,
        false,
        Variant.DUAL_SLOT,
        Placement.BY_SUBSLOT,
        PendingDispatch.BOTH,
        0,
        Startup.HANDSHAKE,
        Submission.LIVE,
        DEFAULT_WINDOW,
        KernelKind.SPIN,
        null,
        DEFAULT_LIMIT_NS,
        SECOND_NS,
        0);
  }

  /** This spec with changes: {@code defaults().with(s -> s.variant = Variant.SINGLE_SLOT)}. */
  public RuntimeSpec with(Consumer<SpecChanges> changes) {
    SpecChanges changed = new SpecChanges(this);
    changes.accept(changed);
    return changed.spec();
  }

  /** How many schedulers begin: no thread is without a cluster. */
  int schedulersAtStart() {
    return Math.min(schedulers, chip.clusters());
  }

  /** How many schedulers there are once the orchestrator has become one, if it does. */
  int schedulersAtEnd() {
    return becomesScheduler
        ? Math.min(schedulersAtStart() + 1, chip.clusters())
        : schedulersAtStart();
  }

  /** The counter that all cores' ids follow. */
  DispatchId ids() {
    return DispatchId.FULL.modulo(idModulus);
  }

  /** The way to wait, chosen by the number of processors if the spec leaves it open. */
  WaitKind effectiveWait() {
    return waiting != null
        ? waiting
        : WaitKind.forThreads(waitingThreads(), Runtime.getRuntime().availableProcessors());
  }

  /** How many threads wait for one another; an orchestrator without work ends at once. */
  int waitingThreads() {
    boolean orchestrates = submission == Submission.LIVE || schedulersAtEnd() > schedulersAtStart();
    return schedulersAtStart() + chip.cores() + (orchestrates ? 1 : 0);
  }
}
