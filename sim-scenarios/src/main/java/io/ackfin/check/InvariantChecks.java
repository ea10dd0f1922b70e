package io.ackfin.check;

import io.ackfin.protocol.HandshakeEvent;
import io.ackfin.protocol.HandshakeListener;
import io.ackfin.workload.TaskGraph;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** All invariants, watched together over one run. Not thread-safe. */
public final class InvariantChecks implements HandshakeListener {
  private final InvariantCheck[] checks;

  /**
   * Checks for one run that tells no arrivals of stores.
   *
   * @param graph the workload
   * @param cores cores of the chip
   * @param coresPerCluster cores of each cluster; core numbers go through the clusters
   */
  public InvariantChecks(TaskGraph graph, int cores, int coresPerCluster) {
    this(graph, cores, core -> core / coresPerCluster, false);
  }

  private InvariantChecks(
      TaskGraph graph, int cores, IntUnaryOperator clusterOf, boolean arrivals) {
    Names names = new Names(graph);
    checks =
        new InvariantCheck[] {
          new RunsOnceCheck(names, cores),
          new CompletesOnceCheck(names, cores),
          new SlotStableCheck(names, cores, arrivals),
          new IdleIsIdleCheck(names, cores),
          new ProgressCheck(),
          new ProducersFirstCheck(names),
          new OneClusterCheck(names, clusterOf)
        };
  }

  /**
   * Checks for one run that tells when payloads and ids reach their places, so that dispatches can
   * be told apart whatever their ids and whatever overtakes what.
   *
   * @param graph the workload
   * @param cores cores of the chip
   * @param clusterOf the cluster of a core
   */
  public static InvariantChecks ofArrivals(TaskGraph graph, int cores, IntUnaryOperator clusterOf) {
    return new InvariantChecks(graph, cores, clusterOf, true);
  }

  @Override
  public void on(HandshakeEvent event, long tick, int core, int detail, int item) {
    for (InvariantCheck check : checks) {
      check.on(event, tick, core, detail, item);
    }
  }

  /**
   * The run is over.
   *
   * @param finished whether every task is complete, every thread ended, every core out of its loop
   * @param why what stopped the run otherwise
   */
  public void end(long tick, boolean finished, String why) {
    for (InvariantCheck check : checks) {
      check.onEnd(tick, finished, why);
    }
  }

  /** What each found, in the order of {@link io.ackfin.protocol.Invariant}. */
  public List<Verdict> verdicts() {
    return java.util.Arrays.stream(checks).map(InvariantCheck::verdict).toList();
  }
}
