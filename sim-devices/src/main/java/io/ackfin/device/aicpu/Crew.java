package io.ackfin.device.aicpu;

import java.util.ArrayList;
import java.util.List;

/**
 * What the scheduler threads of a chip have in common: they begin together when all cores are
 * started, wake one another, and end together. Not thread-safe.
 */
public final class Crew {
  private final List<SchedulerThread> threads = new ArrayList<>();
  private int started;
  private Runnable onStarted = () -> {};
  private String gaveUp;

  /** What happens when every thread has started its cores. */
  public void whenStarted(Runnable action) {
    onStarted = action;
  }

  /** Wakes the threads that wait for work, and tells the others that there is some. */
  public void wake() {
    changed();
    for (int i = 0; i < threads.size(); i++) {
      threads.get(i).wake();
    }
  }

  /** Something that every thread may see at the end of a turn has changed. */
  void changed() {
    for (int i = 0; i < threads.size(); i++) {
      threads.get(i).changed();
    }
  }

  /** Which thread gave up and why; null if none did. */
  public String gaveUp() {
    return gaveUp;
  }

  void join(SchedulerThread thread) {
    threads.add(thread);
  }

  void started() {
    started++;
    if (started == threads.size()) {
      onStarted.run();
      wake();
    }
  }

  boolean allStarted() {
    return started == threads.size();
  }

  void giveUp(String why) {
    gaveUp = why;
  }
}
