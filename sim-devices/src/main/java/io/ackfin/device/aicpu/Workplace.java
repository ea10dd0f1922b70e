package io.ackfin.device.aicpu;

import io.ackfin.handshake.Book;
import io.ackfin.handshake.Completion;
import io.ackfin.protocol.CompletionCase;

/**
 * What all scheduler threads of a chip share.
 *
 * @param board how far each task is
 * @param queues the shared ready queues
 * @param records what is remembered of dispatches in flight
 * @param books the cores' books, by the chip's core number
 * @param crew the threads themselves
 * @param log told what happens
 */
public record Workplace(
    TaskBoard board,
    ReadyQueues queues,
    SubtaskRecords records,
    CoreBooks books,
    Crew crew,
    SchedulerLog log) {

  /**
   * The store of its id has put a walk's subtask in flight: notes it.
   *
   * @return whether the core was idle before
   */
  boolean onDispatched(CoreWalk walk, long now) {
    int core = walk.core();
    long before = books.of(core);
    int subtask = walk.subtask();
    int kernel = board.graph().kernelId(subtask);
    records.dispatched(core, Book.freeRecord(before), subtask, kernel, walk.notedAt());
    board.progress(now);
    log.published(core, Book.nextId(before), subtask, walk.notedAt(), now);
    books.set(core, walk.book());
    return !Book.busy(before);
  }

  /**
   * A walk's poll has read COND and applied its case: notes it.
   *
   * @return whether that completed anything; to open the pending slot, as a poll of a running core
   *     may, is not progress
   */
  boolean onPolled(CoreWalk walk, CompletionDesk completions, long now) {
    int core = walk.core();
    long before = books.of(core);
    books.set(core, walk.book());
    boolean completed = Completion.caseOf(walk.action()) != CompletionCase.NONE;
    if (completed) {
      completions.onPolled(core, before, walk.action(), now);
    }
    if (!Book.busy(walk.book())) {
      log.believedIdle(core, now);
    }
    return completed;
  }
}
