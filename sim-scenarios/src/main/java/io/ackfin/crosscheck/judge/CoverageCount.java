package io.ackfin.crosscheck.judge;

import io.ackfin.crosscheck.inclusion.Coverage;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.runtime.memory.Register;
import io.ackfin.runtime.record.Lane;
import io.ackfin.runtime.record.RecordKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what a run reached. Not thread-safe. */
final class CoverageCount implements RecordVisitor {
  private static final int NOT_DISPATCHING = -2;

  private final RunView view;
  private final long[] cases = new long[CompletionCase.COUNT];
  // By core: the id that the guard of the dispatch under way has to see, if it looks.
  private final int[] guardFor;
  private long guardWaits;
  private long finSkips;

  CoverageCount(RunView view) {
    this.view = view;
    guardFor = new int[view.cores()];
    Arrays.fill(guardFor, NOT_DISPATCHING);
  }

  @Override
  public void on(int lane, int record) {
    Lane of = view.lane(lane);
    int core = of.core(record);
    RecordKind kind = of.kind(record);
    switch (kind) {
      case POLL -> cases[of.detail(record)]++;
      case FIN_SKIPPED -> finSkips++;
      case DISPATCH -> guardFor[core] = (int) (of.extra(record) >>> Integer.SIZE);
      case LOAD -> {
        if (of.detail(record) == Register.COND.ordinal() && guardFor[core] != NOT_DISPATCHING) {
          guardWaits += CondWord.id(of.value(record)) == guardFor[core] ? 0 : 1;
          guardFor[core] = NOT_DISPATCHING;
        }
      }
      case STORE -> {
        if (view.coreOf(lane) == RunView.NONE) {
          guardFor[core] = NOT_DISPATCHING;
        }
      }
      default -> {
        // Not counted.
      }
    }
  }

  RunCoverage coverage(Coverage edges) {
    Map<CompletionCase, Long> byCase = new EnumMap<>(CompletionCase.class);
    for (CompletionCase found : CompletionCase.values()) {
      if (found != CompletionCase.NONE) {
        byCase.put(found, cases[found.ordinal()]);
      }
    }
    long handOvers = 0;
    for (int core = 0; core < view.cores(); core++) {
      handOvers += Math.max(0, view.owners(core).size() - 1);
    }
    Map<String, Long> named = new LinkedHashMap<>();
    edges.coreEdges().forEach((edge, count) -> named.put("core " + edge, count));
    edges.schedulerEdges().forEach((edge, count) -> named.put("scheduler " + edge, count));
    return new RunCoverage(byCase, guardWaits, finSkips, handOvers, named);
  }
}
