package io.ackfin.crosscheck.judge;

import io.ackfin.handshake.Tables;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import io.ackfin.runtime.memory.Register;
import io.ackfin.runtime.record.Lane;
import io.ackfin.workload.TaskGraph;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What the owners of one core decided, held against the model's rules record by record. After a
 * difference the run's own belief counts, so that one mistake is not told again and again. Not
 * thread-safe.
 */
final class CoreDecisions {
  private final RunView view;
  private final TaskGraph graph;
  private final Tables tables;
  private final Differences differences;
  private final ModelBook book;
  private InFlight dispatching;
  private InFlight running;
  private InFlight pending;
  private int nextId;
  // What the last poll still has to complete, and what it completed last.
  private final Deque<InFlight> due = new ArrayDeque<>();
  private InFlight completed;
  private CompletionCase found = CompletionCase.NONE;
  private boolean unsure;

  CoreDecisions(RunView view, Tables tables, Differences differences) {
    this.view = view;
    this.tables = tables;
    this.differences = differences;
    graph = view.plan().graph();
    book = new ModelBook(tables);
    nextId = tables.ids().first();
  }

  /** A record of the core's owner about the core. */
  void on(int lane, int record) {
    Lane of = view.lane(lane);
    switch (of.kind(record)) {
      case COMPLETE -> onComplete(lane, record);
      case CARRIED -> onCarried(lane, record);
      case TASK_COMPLETE -> {
        // Tasks are counted over all cores of a cluster.
      }
      case REPEAT -> differences.compared(of.detail(record) == 1 ? of.value(record) : 0);
      default -> {
        settle(lane, record);
        onOther(of, lane, record);
      }
    }
  }

  private void onOther(Lane of, int lane, int record) {
    switch (of.kind(record)) {
      case POLL -> onPoll(lane, record);
      case DISPATCH -> {
        compareState(lane, record);
        dispatching = new InFlight(of.value(record), of.beginNs(record));
      }
      case ABORTED -> dispatching = null;
      case SLOT_WRITE -> {
        if (dispatching != null) {
          dispatching.built(of.endNs(record));
        }
      }
      case LOAD, STORE -> {
        if (dispatching != null) {
          dispatching.accessed(of.beginNs(record));
          onAccess(of, lane, record);
        }
      }
      default -> {
        // No decision.
      }
    }
  }

  private void onAccess(Lane of, int lane, int record) {
    int word = of.value(record);
    if (!view.isStore(lane, record, Register.DMB) || word == DmbWord.EXIT) {
      return;
    }
    dispatching.id = word;
    nextId = tables.ids().next(word);
    if (book.running() == RunView.NONE) {
      running = dispatching;
    } else {
      pending = dispatching;
    }
    dispatching = null;
    book.dispatch();
  }

  private void onPoll(int lane, int record) {
    Lane of = view.lane(lane);
    differences.compared(1);
    compareState(lane, record);
    int cond = of.value(record);
    CompletionCase taken = CompletionCase.of(of.detail(record));
    found = book.poll(cond);
    if (taken != found) {
      differences.add(
          "%s: COND was %s with dispatch %s running and %s pending, taken for case %s"
              + " (expected: %s)",
          view.place(lane, record),
          CondWord.format(cond),
          id((int) (of.extra(record) >>> Integer.SIZE)),
          id((int) of.extra(record)),
          taken,
          found);
      unsure = true;
      return;
    }
    if (book.completesRunning()) {
      demand(running);
      running = null;
    }
    if (book.completesPending()) {
      demand(pending);
      pending = null;
    }
    if (running == null && book.running() != RunView.NONE) {
      running = pending;
      pending = null;
    }
  }

  private void demand(InFlight flight) {
    if (flight != null) {
      due.add(flight);
    }
  }

  /** The running and the pending id as recorded, and as what happened before leads to. */
  private void compareState(int lane, int record) {
    long pair = view.lane(lane).extra(record);
    int recordedRunning = (int) (pair >>> Integer.SIZE);
    int recordedPending = (int) pair;
    if (recordedRunning == book.running() && recordedPending == book.pending()) {
      unsure = false;
      return;
    }
    if (!unsure) {
      differences.add(
          "%s: dispatch %s runs and %s is pending (expected: %s and %s)",
          view.place(lane, record),
          id(recordedRunning),
          id(recordedPending),
          id(book.running()),
          id(book.pending()));
    }
    book.become(recordedRunning, recordedPending, nextId);
    running = flight(recordedRunning);
    pending = flight(recordedPending);
    unsure = running == null && recordedRunning != RunView.NONE;
  }

  /** What is known of a dispatch by its id, after beliefs went apart. */
  private InFlight flight(int id) {
    for (InFlight known : new InFlight[] {running, pending}) {
      if (known != null && known.id == id) {
        return known;
      }
    }
    return null;
  }

  private void onComplete(int lane, int record) {
    Lane of = view.lane(lane);
    InFlight expected = due.peek();
    int subtask = of.value(record);
    int id = (int) of.extra(record);
    completed = null;
    boolean asDue =
        expected != null
            && expected.subtask == subtask
            && expected.id == id
            && of.detail(record) == found.ordinal();
    if (asDue) {
      completed = due.remove();
    } else if (!unsure) {
      differences.add(
          "%s: %s of dispatch %s was completed by case %s (expected: %s)",
          view.place(lane, record),
          graph.subtaskName(subtask),
          id(id),
          CompletionCase.of(of.detail(record)),
          expected == null
              ? "nothing to complete"
              : graph.subtaskName(expected.subtask) + " of dispatch " + expected.id);
      due.clear();
      unsure = true;
    }
  }

  private void onCarried(int lane, int record) {
    if (completed == null) {
      return;
    }
    Lane of = view.lane(lane);
    int subtask = completed.subtask;
    carried(lane, record, "subslot bit", of.detail(record), graph.subslot(subtask).bit());
    carried(lane, record, "kernel", of.value(record), graph.kernelId(subtask));
    long time = of.extra(record);
    if (time < completed.notBeforeNs || time > completed.notAfterNs) {
      differences.add(
          "%s: %s was completed with dispatch time %d ns (expected: %d to %d)",
          view.place(lane, record),
          graph.subtaskName(subtask),
          time,
          completed.notBeforeNs,
          completed.notAfterNs);
    }
    completed = null;
  }

  private void carried(int lane, int record, String name, int found, int expected) {
    if (found != expected) {
      differences.add(
          "%s: %s was completed with %s %d (expected: %d)",
          view.place(lane, record), graph.subtaskName(completed.subtask), name, found, expected);
    }
  }

  /** Nothing more is completed by the last poll. */
  private void settle(int lane, int record) {
    if (!due.isEmpty()) {
      differences.add(
          "%s: nothing was completed before it (expected: %s, by case %s)",
          view.place(lane, record), graph.subtaskName(due.peek().subtask), found);
      due.clear();
    }
  }

  /** Nothing more is recorded of the core. */
  void end(int core) {
    if (!due.isEmpty()) {
      differences.add(
          "core %d: nothing was completed at the end (expected: %s, by case %s)",
          core, graph.subtaskName(due.peek().subtask), found);
    }
  }

  private static String id(int id) {
    return id == RunView.NONE ? "none" : Integer.toString(id);
  }
}
