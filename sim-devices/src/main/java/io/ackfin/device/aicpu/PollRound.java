package io.ackfin.device.aicpu;

import io.ackfin.handshake.Book;
import io.ackfin.handshake.SchedulerProgram;

/**
 * The polls of a turn: every core that is believed to run something, cube cores first, each kind
 * from the last of its list to the first. A core that turns out to be idle leaves its list. Not
 * thread-safe.
 */
final class PollRound {
  private final ThreadCores cores;
  private final CompletionDesk completions;
  private final Workplace workplace;
  private boolean cubes;
  private int index;

  PollRound(ThreadCores cores, CompletionDesk completions, Workplace workplace) {
    this.cores = cores;
    this.completions = completions;
    this.workplace = workplace;
  }

  /** A new round. */
  void begin() {
    cubes = true;
    index = cores.running(true).size() - 1;
  }

  /**
   * Begins the next poll.
   *
   * @return whether there was one left
   */
  boolean beginNext(CoreWalk walk) {
    if (index < 0 && cubes) {
      cubes = false;
      index = cores.running(false).size() - 1;
    }
    if (index < 0) {
      return false;
    }
    int core = cores.running(cubes).core(index);
    walk.begin(core, SchedulerProgram.beginPoll(cores.book(core)), 0);
    return true;
  }

  /**
   * The poll has read COND and applied its case.
   *
   * @return whether that completed anything
   */
  boolean onPolled(CoreWalk walk, long now) {
    boolean completed = workplace.onPolled(walk, completions, now);
    if (!Book.busy(walk.book())) {
      cores.running(cubes).removeAt(index);
    }
    index--;
    return completed;
  }
}
