package io.ackfin.device.aicpu;

import io.ackfin.handshake.Book;
import io.ackfin.handshake.SchedulerProgram;

/**
 * The polls of a turn: every core that is believed to run something, cube cores first, each kind
 * from the last of its list to the first. A core that turns out to be idle leaves its list. A
 * position counts the polls of a round from 1, as the lists are now; 0 is where a round that has
 * not come to its first poll stands. Not thread-safe.
 */
final class PollRound {
  private final ThreadCores cores;
  private final CompletionDesk completions;
  private final Workplace workplace;
  private boolean opening;
  private boolean cubes;
  private int index;

  PollRound(ThreadCores cores, CompletionDesk completions, Workplace workplace) {
    this.cores = cores;
    this.completions = completions;
    this.workplace = workplace;
  }

  /** A new round. */
  void begin() {
    opening = true;
    cubes = true;
    index = cores.running(true).size() - 1;
  }

  /** Whether the round has begun and has not come to its first poll. */
  boolean opening() {
    return opening;
  }

  /** How many polls a round has. */
  int size() {
    return cores.running(true).size() + cores.running(false).size();
  }

  /** The position of the poll that was begun last. */
  int position() {
    if (opening) {
      return 0;
    }
    int cubeCores = cores.running(true).size();
    return cubes ? cubeCores - index : cubeCores + cores.running(false).size() - index;
  }

  /** The core that is polled at a position, 1 to {@link #size}. */
  int coreAt(int position) {
    RunningList first = cores.running(true);
    RunningList second = cores.running(false);
    return position <= first.size()
        ? first.core(first.size() - position)
        : second.core(first.size() + second.size() - position);
  }

  /** The position at which a core is polled; 0 if it is not. */
  int positionOf(int core) {
    int size = size();
    for (int position = 1; position <= size; position++) {
      if (coreAt(position) == core) {
        return position;
      }
    }
    return 0;
  }

  /** Goes to a position, past polls that would find nothing, and begins the poll there. */
  void moveTo(int position, CoreWalk walk) {
    begin();
    walk.drop();
    if (position > 0) {
      int cubeCores = cores.running(true).size();
      cubes = position <= cubeCores;
      index = (cubes ? cubeCores : size()) - position;
      beginNext(walk);
    }
  }

  /**
   * Begins the next poll.
   *
   * @return whether there was one left
   */
  boolean beginNext(CoreWalk walk) {
    opening = false;
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
