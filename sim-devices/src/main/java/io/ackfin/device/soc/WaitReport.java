package io.ackfin.device.soc;

import io.ackfin.core.signal.PostedCell;
import io.ackfin.device.aicore.AicoreDevice;
import io.ackfin.device.aicpu.SchedulerThread;
import io.ackfin.device.aicpu.SubtaskRecord;
import io.ackfin.device.aicpu.TaskBoard;
import io.ackfin.device.aicpu.Workplace;
import io.ackfin.device.memory.DispatchMemory;
import io.ackfin.handshake.Book;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.Tables;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.workload.TaskGraph;
import java.util.ArrayList;
import java.util.List;

/**
 * Who waits for what at one moment of a run, a line each, for people: what a thread does; what a
 * core does, what its registers and payload slots hold, and what its owner believes; which tasks
 * are ready and where they are; which tasks wait, and for whom. Looks at everything and touches
 * nothing.
 */
final class WaitReport {
  private static final int MOST_TASKS = 3;

  private final Soc soc;
  private final SocParts parts;
  private final Workplace workplace;
  private final TaskBoard board;
  private final TaskGraph graph;
  private final long now;
  private final List<String> lines = new ArrayList<>();

  /** A report of this tick. */
  WaitReport(Soc soc, SocParts parts, Workplace workplace, long now) {
    this.soc = soc;
    this.parts = parts;
    this.workplace = workplace;
    this.board = workplace.board();
    this.graph = parts.graph();
    this.now = now;
  }

  List<String> lines(List<SchedulerThread> threads, List<AicoreDevice> cores) {
    boolean[] queued = new boolean[graph.tasks()];
    for (int thread = 0; thread < threads.size(); thread++) {
      SchedulerThread of = threads.get(thread);
      String keeps = tasks("; keeps ", of.ownTasks(), queued);
      lines.add("scheduler " + thread + ": " + of.describe() + keeps);
    }
    for (int core = 0; core < cores.size(); core++) {
      if (Book.busy(workplace.books().of(core)) || !rests(cores.get(core))) {
        lines.add(soc.coreName(core) + ": " + core(core, cores.get(core)));
      }
    }
    for (ResourceShape shape : ResourceShape.values()) {
      int[] waiting = workplace.queues().tasks(shape);
      if (waiting.length > 0) {
        lines.add("queue " + shape + ": " + tasks("", waiting, queued));
      }
    }
    if (board.repeatedCompletions() > 0) {
      String subtask = graph.subtaskName(board.repeatedSubtask());
      lines.add(
          "completed again without progress: "
              + board.repeatedCompletions()
              + " times, last "
              + subtask);
    }
    waitingTasks(queued);
    return lines;
  }

  /** Whether a core waits for its next dispatch, or has left. */
  private static boolean rests(AicoreDevice core) {
    return core.halted() || core.next() == CoreOperation.READ_DMB;
  }

  private String core(int core, AicoreDevice device) {
    long book = workplace.books().of(core);
    String believed = Book.busy(book) ? "; " + believed(core, book) : "";
    String pointer = "; hank.task slot " + parts.memory().peekHank(core, now);
    return device.describe()
        + believed
        + "; DMB "
        + DmbWord.format(parts.registers().peekDmb(core, now))
        + travelling(parts.registers().nextDmb(core))
        + ", COND "
        + CondWord.format(parts.registers().peekCond(core, now))
        + travelling(parts.registers().nextCond(core))
        + pointer
        + ", slots: "
        + slot(core, 0)
        + ", "
        + slot(core, 1);
  }

  private String travelling(long arrival) {
    return arrival != PostedCell.NEVER && arrival > now ? " (another on its way)" : "";
  }

  private String slot(int core, int slot) {
    long payload = parts.memory().peekPayload(core, slot, now);
    return payload == DispatchMemory.NOTHING_BUILT
        ? "nothing built"
        : graph.subtaskName((int) payload);
  }

  private String believed(int core, long book) {
    Tables tables = soc.tables();
    int record = Book.runningRecord(book);
    String runs =
        "scheduler believes " + Book.runningId(tables.ids(), book) + name(core, record) + " runs";
    return Book.pending(book)
        ? runs + " and " + Book.pendingId(tables.ids(), book) + name(core, 1 - record) + " waits"
        : runs;
  }

  private String name(int core, int which) {
    SubtaskRecord record = workplace.records().of(core, which);
    return " (" + graph.subtaskName(record.subtask()) + ")";
  }

  /** How many tasks, and the first of them by name; nothing for none. */
  private String tasks(String intro, int[] tasks, boolean[] queued) {
    if (tasks.length == 0) {
      return "";
    }
    StringBuilder text = new StringBuilder(intro).append(tasks.length).append(" ready: task ");
    for (int i = 0; i < tasks.length; i++) {
      queued[tasks[i]] = true;
      if (i < MOST_TASKS) {
        text.append(i == 0 ? "" : ", ").append(graph.name(tasks[i]));
      }
    }
    return tasks.length > MOST_TASKS ? text + ", ..." : text.toString();
  }

  /** The first tasks of each kind: dispatched and not complete, ready nowhere, not ready. */
  private void waitingTasks(boolean[] queued) {
    int[] shown = new int[3];
    for (int task = 0; task < graph.tasks(); task++) {
      if (!board.complete(task)) {
        boolean ready = soc.readyTick(task) != SubtaskTable.NEVER;
        boolean dispatched =
            soc.table().time(graph.firstSubtask(task), SubtaskTable.Time.DISPATCH)
                != SubtaskTable.NEVER;
        int kind = dispatched ? 0 : ready ? 1 : 2;
        if (!(kind == 1 && queued[task]) && shown[kind]++ < MOST_TASKS) {
          lines.add("task " + graph.name(task) + ": " + state(task, kind));
        }
      }
    }
  }

  private String state(int task, int kind) {
    return switch (kind) {
      case 0 -> "dispatched, not complete: " + incomplete(task);
      case 1 -> "ready, in no queue";
      default -> board.describe(task);
    };
  }

  private String incomplete(int task) {
    StringBuilder text = new StringBuilder();
    int first = graph.firstSubtask(task);
    for (int subtask = first; subtask < first + graph.subtaskCount(task); subtask++) {
      if (!board.subtaskComplete(subtask)) {
        int core = soc.table().core(subtask);
        text.append(text.isEmpty() ? "" : ", ").append(graph.subslot(subtask));
        text.append(core == SubtaskTable.NEVER ? " did not start" : " on " + soc.coreName(core));
      }
    }
    return text.toString();
  }
}
