package io.ackfin.check;

import io.ackfin.protocol.HandshakeEvent;
import io.ackfin.protocol.Invariant;
import io.ackfin.protocol.Subslot;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Watches {@link Invariant#ONE_CLUSTER}. */
final class OneClusterCheck implements InvariantCheck {
  private static final int NO_CORE = -1;

  private final Verdict verdict = new Verdict(Invariant.ONE_CLUSTER);
  private final Names names;
  private final IntUnaryOperator clusterOf;
  private final int[] usedCores;

  OneClusterCheck(Names names, IntUnaryOperator clusterOf) {
    this.names = names;
    this.clusterOf = clusterOf;
    usedCores = new int[names.graph().tasks() * Subslot.COUNT];
    Arrays.fill(usedCores, NO_CORE);
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
    int firstCore = task * Subslot.COUNT;
    for (int i = firstCore; i < firstCore + Subslot.COUNT; i++) {
      if (usedCores[i] == NO_CORE) {
        usedCores[i] = core;
        return;
      }
      if (differs(tick, task, usedCores[i], core)) {
        return;
      }
    }
  }

  private boolean differs(long tick, int task, int used, int core) {
    int cluster = clusterOf.applyAsInt(used);
    int other = clusterOf.applyAsInt(core);
    if (cluster != other) {
      verdict.violated(
          tick, "%s went to cluster %d and to cluster %d", names.task(task), cluster, other);
      return true;
    }
    if (used == core) {
      verdict.violated(tick, "two subtasks of %s went to core %d", names.task(task), core);
    }
    return used == core;
  }
}
