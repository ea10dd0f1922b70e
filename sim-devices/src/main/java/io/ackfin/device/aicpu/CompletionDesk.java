package io.ackfin.device.aicpu;

import io.ackfin.handshake.Book;
import io.ackfin.handshake.Completion;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.workload.TaskGraph;

/**
 * What a thread does with completed subtasks. A subtask is marked at once; each task that is
 * complete by that then occupies the thread for its bookkeeping, at the end of which its consumers
 * are released. Of two that one poll completed, the running one comes first. Not thread-safe.
 */
final class CompletionDesk {
  private static final int MOST_AT_ONCE = 2;
  private static final int RELEASE_AT = 256;

  private final AicpuSpec spec;
  private final TaskBoard board;
  private final SubtaskRecords records;
  private final SchedulerLog log;
  private final LocalReadyBuffers buffers;
  private final ReadyQueues queues;
  private final Crew crew;
  private final int[] tasks = new int[MOST_AT_ONCE];
  private int waiting;
  private boolean started;
  private int unreleased;

  CompletionDesk(AicpuSpec spec, Workplace workplace, LocalReadyBuffers buffers) {
    this.spec = spec;
    this.board = workplace.board();
    this.records = workplace.records();
    this.log = workplace.log();
    this.queues = workplace.queues();
    this.crew = workplace.crew();
    this.buffers = buffers;
  }

  /** Whether a completed task still has to be dealt with. */
  boolean busy() {
    return waiting > 0;
  }

  /**
   * Applies a completion action.
   *
   * @param book the core's book before the action
   */
  void onPolled(int core, long book, int action, long now) {
    int running = Book.runningRecord(book);
    CompletionCase by = Completion.caseOf(action);
    log.polled(by);
    if ((action & Completion.COMPLETE_RUNNING) != 0) {
      complete(core, records.of(core, running), by, now);
    }
    if ((action & Completion.COMPLETE_PENDING) != 0) {
      complete(core, records.of(core, 1 - running), by, now);
    }
  }

  /**
   * Goes on with the oldest completed task: first its cost, then, when that has passed, its effect.
   *
   * @return the ticks that pass before this is to be called again, while {@link #busy}
   */
  long goOn(long now) {
    if (!started) {
      started = true;
      long consumers = board.graph().consumerCount(tasks[0]);
      return spec.completion().picoseconds()
          + consumers * spec.completionPerConsumer().picoseconds();
    }
    int task = tasks[0];
    tasks[0] = tasks[1];
    waiting--;
    started = false;
    board.taskDone(now);
    if (board.allComplete()) {
      crew.changed();
    }
    log.taskCompleted(task, now);
    unreleased++;
    return releaseConsumers(task, now) + (unreleased >= RELEASE_AT ? release() : 0);
  }

  /** What it would cost to release what completed tasks held. */
  long releaseDue() {
    return unreleased * spec.release().picoseconds();
  }

  /**
   * Releases what completed tasks held; called when a turn moved nothing.
   *
   * @return what that costs
   */
  long release() {
    long cost = releaseDue();
    unreleased = 0;
    return cost;
  }

  private void complete(int core, SubtaskRecord record, CompletionCase by, long now) {
    log.completed(core, record, by, now);
    if (board.subtaskDone(record.subtask(), now)) {
      tasks[waiting++] = board.graph().task(record.subtask());
    }
  }

  private long releaseConsumers(int task, long now) {
    TaskGraph graph = board.graph();
    long cost = 0;
    for (int i = 0; i < graph.consumerCount(task); i++) {
      int consumer = graph.consumer(task, i);
      if (board.producerDone(consumer)) {
        log.ready(consumer, now);
        cost += enqueue(graph.shape(consumer), consumer);
      }
    }
    return cost;
  }

  private long enqueue(ResourceShape shape, int task) {
    if (buffers.offer(shape, task)) {
      return 0;
    }
    queues.push(shape, task);
    return spec.queuePush().picoseconds();
  }
}
