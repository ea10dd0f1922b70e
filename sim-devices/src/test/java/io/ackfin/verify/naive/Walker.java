package io.ackfin.verify.naive;

import io.ackfin.handshake.ClusterSearch;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import java.util.ArrayList;
import java.util.List;

/**
 * Whoever walks scheduler programs: a scheduler thread, or the thread that stops the run. Mutable:
 * whoever makes a step works on a copy.
 */
final class Walker {
  /** At home. */
  static final int NO_CORE = -1;

  /**
   * The rest of the dispatch of a task.
   *
   * @param task the task
   * @param gated whether its producer was not complete when the dispatch began
   * @param place where it goes, with the cluster's number on the chip
   * @param next the subtask that comes next, or is under way
   */
  record Dispatch(int task, boolean gated, int place, Subslot next) {
    /** A dispatch of which nothing is in flight yet. */
    static Dispatch begun(int task, boolean gated, int place, int activeMask) {
      Subslot first = Subslot.of(Integer.numberOfTrailingZeros(activeMask));
      return new Dispatch(task, gated, place, first);
    }

    /** What is left when the next subtask is in flight, or null. */
    Dispatch rest(int activeMask) {
      for (Subslot subslot : Subslot.values()) {
        if (subslot.compareTo(next) > 0 && subslot.in(activeMask)) {
          return new Dispatch(task, gated, place, subslot);
        }
      }
      return null;
    }

    /** Whether a subtask before the next one went to the same core. */
    boolean sharesACore(int activeMask) {
      int position = ClusterSearch.position(place, next);
      for (Subslot subslot : Subslot.values()) {
        if (subslot.compareTo(next) < 0
            && subslot.in(activeMask)
            && ClusterSearch.position(place, subslot) == position) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * A look at COND that said that a task may be put behind the running one.
   *
   * @param core the core
   * @param shape the shape of the task that the look was for
   */
  record Offer(int core, ResourceShape shape) {}

  /** The thread's number. */
  final int number;

  /** Its stores that are not visible yet, oldest first. */
  final List<Store> posted = new ArrayList<>();

  /** The core that its program is about; {@link #NO_CORE} at home. */
  int core = NO_CORE;

  /** The program's state; 0 at home. */
  long program;

  /** The dispatch under way, or null; may be there at home, between two subtasks. */
  Dispatch dispatch;

  /** The good look that its next dispatch follows, or null. */
  Offer offer;

  /** It has to ring for every gated dispatch that is published. */
  boolean owesRings;

  /** It published a gated dispatch and has to look at its producer again. */
  boolean owesRecheck;

  Walker(int number) {
    this.number = number;
  }

  Walker copy() {
    Walker copy = new Walker(number);
    copy.posted.addAll(posted);
    copy.core = core;
    copy.program = program;
    copy.dispatch = dispatch;
    copy.offer = offer;
    copy.owesRings = owesRings;
    copy.owesRecheck = owesRecheck;
    return copy;
  }

  /** Between two programs, and not between two subtasks of one task. */
  boolean atHome() {
    return core == NO_CORE && dispatch == null;
  }

  /** At home and with nothing that has to come next or is on its way. */
  boolean isFree() {
    return atHome() && posted.isEmpty() && offer == null && !owesRings && !owesRecheck;
  }
}
