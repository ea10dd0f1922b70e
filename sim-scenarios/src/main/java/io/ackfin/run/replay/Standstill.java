package io.ackfin.run.replay;

import io.ackfin.device.aicpu.ScriptedThread;
import io.ackfin.handshake.Book;
import java.util.ArrayList;
import java.util.List;

/**
 * Who waits for what where a run is stuck, a line each: what each core has come to and what its
 * scheduler believes of it, where threads are, and which tasks are not done because of it.
 */
final class Standstill {
  private final Stage stage;
  private final Words words;
  private final long tick;

  Standstill(Stage stage, long tick) {
    this.stage = stage;
    this.words = new Words(stage);
    this.tick = tick;
  }

  /** Cores that have not left, threads that have not ended, tasks that are not complete. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int core = 0; core < stage.layout.cores(); core++) {
      if (!stage.soc.core(core).halted() || !stage.chronicle.isClosed(core)) {
        lines.add(core(core));
      }
    }
    for (int thread = 0; thread < stage.system.threads(); thread++) {
      lines.add("thread " + thread + ": " + thread(thread));
    }
    for (int task = 1; task <= stage.system.tasks(); task++) {
      if (!stage.chronicle.isComplete(task)) {
        lines.add(
            "task "
                + task
                + ": "
                + (stage.standing.isTaken(task) ? "not complete" : "not dispatched"));
      }
    }
    return lines;
  }

  private String core(int core) {
    return words.core(core)
        + ": at "
        + stage.soc.core(core).describe()
        + ", COND = "
        + words.cond(core, stage.soc.cond(core, tick))
        + "; "
        + believed(core);
  }

  private String believed(int core) {
    if (stage.chronicle.isClosed(core)) {
      return "its scheduler has done with it";
    }
    long book = stage.soc.books().of(core);
    if (!Book.busy(book)) {
      return "its scheduler believes that it is idle";
    }
    int last = stage.chronicle.dispatched(core);
    return Book.pending(book)
        ? "its scheduler waits for dispatch " + (last - 1) + ", and dispatch " + last + " behind it"
        : "its scheduler waits for dispatch " + last;
  }

  private String thread(int thread) {
    ScriptedThread device = stage.thread(thread);
    if (!device.home()) {
      return "waits in " + device.next() + " on " + words.core(device.core());
    }
    return "turns in its loop";
  }
}
