package io.ackfin.check;

import io.ackfin.protocol.HandshakeEvent;
import io.ackfin.protocol.Invariant;

/** Watches {@link Invariant#ONE_CLUSTER}. */
final class OneClusterCheck implements InvariantCheck {
  private final Verdict verdict = new Verdict(Invariant.ONE_CLUSTER);
  private final Names names;
  private final int coresPerCluster;
  private final int[] clusters;
  private final byte[] usedCores;

  OneClusterCheck(Names names, int coresPerCluster) {
    this.names = names;
    this.coresPerCluster = coresPerCluster;
    clusters = new int[names.graph().tasks()];
    usedCores = new byte[names.graph().tasks()];
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }

  @Override
  public void on(HandshakeEvent event, long tick, int core, int detail, int item) {
    if (event != HandshakeEvent.PUBLISHED) {
      return;
    }
    int task = names.graph().task(item);
    int cluster = core / coresPerCluster;
    int bit = 1 << (core % coresPerCluster);
    if (usedCores[task] == 0) {
      clusters[task] = cluster;
    } else if (clusters[task] != cluster) {
      verdict.violated(
          tick,
          "%s went to cluster %d and to cluster %d",
          names.task(task),
          clusters[task],
          cluster);
    } else if ((usedCores[task] & bit) != 0) {
      verdict.violated(tick, "two subtasks of %s went to core %d", names.task(task), core);
    }
    usedCores[task] |= (byte) bit;
  }
}
