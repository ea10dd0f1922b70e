package io.ackfin.device.aicpu;

import io.ackfin.handshake.Completion;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.SchedulerProgram;
import io.ackfin.handshake.Tables;
import io.ackfin.protocol.CompletionCase;
import java.util.Arrays;

/**
 * From which sample on a poll of a core's COND may find something. What a poll does follows from
 * the book and the word it sees; so if a poll would do nothing with the word that was loaded last,
 * none does until another word arrives or the book changes. Not thread-safe.
 */
final class CondNews {
  private static final long AT_ONCE = Long.MIN_VALUE;
  private static final long WORD = 0xFFFFFFFFL;
  private static final long NO_BOOK = -1;

  private final Tables tables;
  private final ThreadCores cores;
  private final SchedulerPorts ports;
  private final long[] from;
  private final long[] judged;

  /** Nothing is known yet. */
  CondNews(Tables tables, ThreadCores cores, SchedulerPorts ports) {
    this.tables = tables;
    this.cores = cores;
    this.ports = ports;
    from = new long[cores.count()];
    judged = new long[cores.count()];
    Arrays.fill(from, AT_ONCE);
    Arrays.fill(judged, NO_BOOK);
  }

  /** The first tick at which a sample may show a poll something; that of no tick if none may. */
  long from(int core) {
    return from[cores.indexOf(core)];
  }

  /** Another word can be sampled from a tick on. */
  void arrives(int core, long tick) {
    int index = cores.indexOf(core);
    from[index] = Math.min(from[index], tick);
  }

  /**
   * Judges by the core's book as it stands, and by the word that was loaded last.
   *
   * @return whether the book is another than that of the last judgement
   */
  boolean judge(int core) {
    int index = cores.indexOf(core);
    long book = cores.book(core);
    long polled =
        SchedulerProgram.after(
            tables, SchedulerProgram.beginPoll(book), ports.lastCond(core) & WORD);
    boolean acts =
        SchedulerProgram.book(polled) != book
            || Completion.caseOf(SchedulerProgram.action(polled)) != CompletionCase.NONE;
    from[index] = acts ? AT_ONCE : ports.nextChange(core, Location.COND);
    boolean other = judged[index] != book;
    judged[index] = book;
    return other;
  }
}
