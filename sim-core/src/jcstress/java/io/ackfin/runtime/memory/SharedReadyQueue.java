package io.ackfin.runtime.memory;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * Two threads push a task each and then pop one each; what is left is popped afterwards. However it
 * went, the tasks 1 and 2 came out once each. Results: how often each of them did, how many others
 * did, and whether the queue says that it is empty in the end.
 */
@JCStressTest
@Outcome(id = "1, 1, 0, 1", expect = ACCEPTABLE, desc = "Each once, nothing else, empty.")
@Outcome(expect = FORBIDDEN, desc = "A task was lost, doubled or invented.")
@State
public class SharedReadyQueue {
  private final ReadyQueue queue = new ReadyQueue(2);
  private int first = ReadyQueue.NONE;
  private int second = ReadyQueue.NONE;

  /** Pushes one and pops one, if it finds one. */
  @Actor
  public void one() {
    queue.push(1);
    first = queue.pop();
  }

  /** Pushes the other and pops one, if it finds one. */
  @Actor
  public void other() {
    queue.push(2);
    second = queue.pop();
  }

  /** Pops the rest and counts. */
  @Arbiter
  public void rest(IIII_Result result) {
    count(first, result);
    count(second, result);
    for (int task = queue.pop(); task != ReadyQueue.NONE; task = queue.pop()) {
      count(task, result);
    }
    result.r4 = queue.isEmpty() ? 1 : 0;
  }

  private static void count(int task, IIII_Result result) {
    switch (task) {
      case ReadyQueue.NONE -> {}
      case 1 -> result.r1++;
      case 2 -> result.r2++;
      default -> result.r3++;
    }
  }
}
