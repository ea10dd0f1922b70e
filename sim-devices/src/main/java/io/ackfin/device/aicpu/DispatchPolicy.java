package io.ackfin.device.aicpu;

import io.ackfin.handshake.ClusterSearch;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;

/**
 * Where tasks may go.
 *
 * @param placement how two vector subtasks are placed
 * @param pendingDispatch which path may put a task behind a running one
 */
public record DispatchPolicy(Placement placement, PendingDispatch pendingDispatch) {
  private static final int MASKS = 8;

  /** Whether the cluster search may. */
  boolean searchMayWait() {
    return pendingDispatch != PendingDispatch.SKIP;
  }

  /** Whether the pipeline pass may. */
  boolean hasPipeline() {
    return pendingDispatch != PendingDispatch.SPIN;
  }

  /** A search request for each active mask, made once. */
  ClusterSearch.Request[] requests() {
    ClusterSearch.Request[] requests = new ClusterSearch.Request[MASKS];
    for (int mask = 1; mask < MASKS; mask++) {
      requests[mask] = ClusterSearch.Request.of(mask, placement);
    }
    return requests;
  }
}
