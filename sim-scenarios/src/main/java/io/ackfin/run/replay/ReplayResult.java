package io.ackfin.run.replay;

import io.ackfin.check.Verdict;
import io.ackfin.protocol.Invariant;
import java.util.List;

/**
 * What a replay showed.
 *
 * @param ending where it ended
 * @param why what keeps the run from ending; empty unless it is stuck
 * @param waiting who waits for what, a line each; empty unless it is stuck
 * @param steps how many steps of the way were done
 * @param more how many steps were done after the way
 * @param endTick the tick of the last step
 * @param verdicts what each invariant's check found, in the order of {@link Invariant}
 */
public record ReplayResult(
    ReplayEnding ending,
    String why,
    List<String> waiting,
    int steps,
    int more,
    long endTick,
    List<Verdict> verdicts) {
  public ReplayResult {
    waiting = List.copyOf(waiting);
    verdicts = List.copyOf(verdicts);
  }

  /** What the check of an invariant found. */
  public Verdict verdict(Invariant invariant) {
    return verdicts.get(invariant.ordinal());
  }

  /** The invariants that the devices were seen to break, in their order. */
  public List<Invariant> broken() {
    return verdicts.stream().filter(v -> !v.held()).map(Verdict::invariant).toList();
  }
}
