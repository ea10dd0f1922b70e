package io.ackfin.runtime.dispatch;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The meeting at which clusters change hands, once a run:
 *
 * <pre>
 *   NOT_CALLED --call--> CALLED --all schedulers arrived, deal--> DEALT
 * </pre>
 *
 * A scheduler that arrived touches no core until it took what it was dealt. Arriving publishes what
 * the scheduler knew of its cores, and dealing publishes it to all. A scheduler arrives only while
 * tasks are incomplete, and nothing completes once all have arrived; so either all arrive or the
 * run is over, and nobody leaves a meeting that takes place.
 */
final class HandOver {
  private final int before;
  private final int after;
  private final AtomicInteger arrived = new AtomicInteger();
  private volatile boolean called;
  private volatile boolean dealt;

  /** A meeting of {@code before} schedulers, after which there are {@code after}. */
  HandOver(int before, int after) {
    this.before = before;
    this.after = after;
  }

  /** Whether there is one more scheduler afterwards, so that a meeting makes sense. */
  boolean isWanted() {
    return after > before;
  }

  /** Schedulers that meet. */
  int before() {
    return before;
  }

  /** Asks all schedulers to come. */
  void call() {
    called = true;
  }

  boolean isCalled() {
    return called;
  }

  /** Whether it was called and not dealt yet, so that schedulers are to come or to wait. */
  boolean isOn() {
    return called && !dealt;
  }

  /** A scheduler stopped touching its cores. */
  void arrive() {
    arrived.incrementAndGet();
  }

  boolean allArrived() {
    return arrived.get() == before;
  }

  /** Lets everybody take what they own now. */
  void deal() {
    dealt = true;
  }

  boolean isDealt() {
    return dealt;
  }

  /** What a scheduler owns after the meeting. */
  ClusterRange owned(int scheduler, int clusters) {
    return ClusterRange.of(scheduler, after, clusters);
  }

  /** How many cores changed hands; 0 if the meeting did not take place. */
  int coresMoved(Chip chip) {
    int moved = 0;
    for (int scheduler = 0; dealt && scheduler < after; scheduler++) {
      ClusterRange now = owned(scheduler, chip.clusters());
      ClusterRange earlier =
          scheduler < before
              ? ClusterRange.of(scheduler, before, chip.clusters())
              : ClusterRange.NONE;
      for (int cluster = now.first(); cluster < now.end(); cluster++) {
        moved += earlier.contains(cluster) ? 0 : chip.coresPerCluster();
      }
    }
    return moved;
  }
}
