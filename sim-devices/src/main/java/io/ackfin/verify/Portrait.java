package io.ackfin.verify;

import io.ackfin.handshake.Book;
import io.ackfin.handshake.CoreProgram;
import io.ackfin.handshake.SchedulerProgram;
import java.util.ArrayList;
import java.util.List;

/** A situation in words. */
final class Portrait {
  private final HandshakeParts parts;
  private final Layout layout;
  private final Wording wording;

  Portrait(HandshakeParts parts, Wording wording) {
    this.parts = parts;
    layout = parts.layout();
    this.wording = wording;
  }

  List<String> of(long[] situation) {
    List<String> lines = new ArrayList<>();
    for (int core = 0; core < layout.cores.length; core++) {
      core(core, situation, lines);
    }
    for (int thread = 0; thread < layout.threads.length; thread++) {
      lines.add("thread " + thread + ": " + thread(thread, situation));
    }
    if (layout.stopping.isSet(situation)) {
      lines.add("the run is being stopped");
    }
    for (int writer = 0; writer < Layout.WRITERS; writer++) {
      stores(writer, situation, lines);
    }
    return lines;
  }

  private void core(int core, long[] situation, List<String> lines) {
    CoreFields fields = layout.cores[core];
    long program = parts.codes().program(fields, situation);
    int handling = fields.handling.get(situation);
    lines.add(
        String.format(
            "%s: %s%s; DMB = %s, COND = %s, hank.task = slot %d, slots: %s | %s",
            wording.core(core),
            CoreProgram.operation(parts.tables(), program),
            handling == 0 ? "" : " (dispatch " + handling + ")",
            wording.dmb(fields.dmb.get(situation)),
            wording.cond(fields.cond.get(situation)),
            fields.hank.get(situation),
            Wording.dispatch(fields.payload[0].get(situation)),
            Wording.dispatch(fields.payload[1].get(situation))));
    lines.add("  its scheduler believes: " + believed(fields, core, situation));
  }

  private String believed(CoreFields fields, int core, long[] situation) {
    if (fields.closed.isSet(situation)) {
      return "closed";
    }
    long book = parts.book(situation, core);
    if (!Book.busy(book)) {
      return "idle, next slot " + Book.slot(book);
    }
    int running = Book.runningRecord(book);
    String text = Wording.dispatch(fields.record[running].get(situation)) + " runs";
    if (Book.pending(book)) {
      text += ", " + Wording.dispatch(fields.record[1 - running].get(situation)) + " waits";
    }
    return text + ", next slot " + Book.slot(book);
  }

  private String thread(int thread, long[] situation) {
    ThreadFields fields = layout.threads[thread];
    int row = fields.row.get(situation);
    String core = wording.core(fields.core.get(situation));
    if (row != 0) {
      long program = SchedulerProgram.at(0, row);
      return SchedulerProgram.operation(parts.tables(), program) + " on " + core;
    }
    if (fields.task.isSet(situation)) {
      return "goes on with task " + fields.task.get(situation) + " on " + core;
    }
    return fields.owesRing.isSet(situation) ? "owes a ring" : "at home";
  }

  private void stores(int writer, long[] situation, List<String> lines) {
    StoreQueue queue = layout.queues[writer];
    for (int position = 0; queue.at(situation, position) != 0; position++) {
      int store = queue.at(situation, position);
      lines.add(
          "on its way from "
              + Wording.thread(writer)
              + ": "
              + wording.content(StoreQueue.cell(store), StoreQueue.code(store))
              + " of "
              + wording.core(StoreQueue.core(store)));
    }
  }

  /** The positions of the bits that are set, as people write them. */
  static String bits(int mask) {
    List<String> bits = new ArrayList<>();
    for (int left = mask; left != 0; left &= left - 1) {
      bits.add(Integer.toString(Integer.numberOfTrailingZeros(left)));
    }
    return String.join(", ", bits);
  }
}
