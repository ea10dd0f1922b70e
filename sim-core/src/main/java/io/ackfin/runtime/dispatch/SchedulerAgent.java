package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import io.ackfin.runtime.agent.Agent;
import io.ackfin.runtime.agent.BoundedWait;
import io.ackfin.runtime.agent.IdleStrategy;
import io.ackfin.runtime.memory.ReadyQueue;
import io.ackfin.runtime.memory.RegisterPort;
import io.ackfin.workload.TaskGraph;

/**
 * One scheduler. A step is: poll the busy cores, resolve what completed, dispatch from the local
 * buffers, from the shared queues, to pending slots; release if nothing moved.
 */
final class SchedulerAgent implements Agent {
  private static final ResourceShape[] EVEN = {
    ResourceShape.AIC_AIV_X2,
    ResourceShape.AIC_AIV_X1,
    ResourceShape.AIC_ONLY,
    ResourceShape.AIV_X2,
    ResourceShape.AIV_X1
  };
  private static final ResourceShape[] ODD = {
    ResourceShape.AIC_AIV_X2,
    ResourceShape.AIV_X2,
    ResourceShape.AIC_AIV_X1,
    ResourceShape.AIV_X1,
    ResourceShape.AIC_ONLY
  };
  private static final int RELEASE_AT_ONCE = 256;

  private final int number;
  private final RunContext run;
  private final Chip chip;
  private final TaskBoard board;
  private final RegisterPort port;
  private final CoreStartup startup;
  private final CompletionPoll poll;
  private final SubtaskDispatch dispatch;
  private final ClusterSearch search;
  private final LocalReady local;
  private final ResourceShape[] order;
  private final OwnedCores owned;
  private boolean arrived;
  private int unreleased;

  /** The scheduler with a number; one that begins with no clusters gets them at the hand-over. */
  SchedulerAgent(int number, RunContext run, RegisterPort port, IdleStrategy idle) {
    this.number = number;
    this.run = run;
    this.port = port;
    chip = run.spec().chip();
    board = run.board();
    BoundedWait wait = new BoundedWait(this, run.control(), idle);
    startup = new CoreStartup(run, name(), port, wait);
    poll = new CompletionPoll(run, port);
    dispatch = new SubtaskDispatch(run, port, wait);
    search = new ClusterSearch(run.spec(), run.books());
    local = new LocalReady(board);
    order = number % 2 == 0 ? EVEN : ODD;
    owned = new OwnedCores(number, run, port);
  }

  @Override
  public String name() {
    return "scheduler " + number;
  }

  /** What it completed. */
  CompletionPoll completions() {
    return poll;
  }

  /** What it dispatched. */
  SubtaskDispatch dispatches() {
    return dispatch;
  }

  @Override
  public void onStart() {
    if (startup.start(owned.first(), owned.end())) {
      run.gate().pass(run.now());
    }
  }

  @Override
  public int doWork() {
    if (!run.gate().isOpen()) {
      return 0;
    }
    if (board.isComplete()) {
      return DONE;
    }
    if (arrived || run.handOver().isOn()) {
      return meet();
    }
    int moved = poll.poll(owned.cubes()) + poll.poll(owned.vectors());
    moved += resolve();
    moved += dispatchLocal(0) + dispatchLocal(1);
    moved += dispatchShared();
    if (run.spec().pendingDispatch().skips()) {
      moved += dispatchPipeline();
    }
    return moved > 0 ? moved : release();
  }

  @Override
  public void onAbort() {
    CoreStartup.exitAll(port, run);
  }

  @Override
  public void onClose() {
    if (arrived && run.handOver().isDealt()) {
      // Everything was complete before it came to take: the cores are its own to end all the same.
      takeOver();
    } else if (arrived && !run.control().aborted()) {
      // All tasks are complete, so nobody deals any more. After an abort somebody still might, and
      // then exit may come to a core from two schedulers.
      owned.keep();
    }
    startup.exit(owned.first(), owned.end());
  }

  @Override
  public String waitsFor() {
    if (!run.gate().isOpen()) {
      return "the other schedulers to start their cores";
    }
    if (arrived) {
      return "the other schedulers to come to the hand-over";
    }
    return "a task to dispatch" + owned.inFlight();
  }

  private int resolve() {
    TaskGraph graph = board.graph();
    int tasks = poll.completedTasks();
    for (int i = 0; i < tasks; i++) {
      int task = poll.completedTask(i);
      for (int c = 0; c < graph.consumerCount(task); c++) {
        int consumer = graph.consumer(task, c);
        if (board.cameOneCloser(consumer)) {
          local.add(consumer);
        }
      }
      board.taskDone();
      if (++unreleased == RELEASE_AT_ONCE) {
        release();
      }
    }
    poll.forget();
    return tasks;
  }

  /** Gives back what complete tasks held; how many they are. */
  private int release() {
    int tasks = unreleased;
    if (tasks > 0) {
      board.release(tasks);
      unreleased = 0;
    }
    return tasks;
  }

  /** Tries every task of a buffer once; those without a cluster go to the shared queues. */
  private int dispatchLocal(int buffer) {
    int moved = 0;
    for (int i = 0; i < local.size(buffer); i++) {
      int task = local.get(buffer, i);
      int cluster = search.find(board.graph().shape(task), owned.range());
      if (cluster == ClusterSearch.NONE) {
        board.queue(task);
      } else {
        dispatchTask(cluster, task);
        moved++;
      }
    }
    local.clear(buffer);
    return moved;
  }

  private int dispatchShared() {
    int moved = 0;
    for (ResourceShape shape : order) {
      ReadyQueue queue = board.ready(shape);
      while (!queue.isEmpty()) {
        int cluster = search.find(shape, owned.range());
        int task = cluster == ClusterSearch.NONE ? ReadyQueue.NONE : queue.pop();
        if (task == ReadyQueue.NONE) {
          break;
        }
        dispatchTask(cluster, task);
        moved++;
      }
    }
    return moved;
  }

  /** Fills the pending slots of busy cores with tasks that need one core. */
  private int dispatchPipeline() {
    int moved = 0;
    for (ResourceShape shape : order) {
      if (shape.singleCore() && !board.ready(shape).isEmpty()) {
        moved +=
            dispatchPipeline(
                shape.cubes() == 1 ? owned.cubes() : owned.vectors(), board.ready(shape));
      }
    }
    return moved;
  }

  private int dispatchPipeline(RunningCores running, ReadyQueue queue) {
    int moved = 0;
    for (int i = 0; i < running.size() && !queue.isEmpty(); i++) {
      CoreBook book = run.books().get(running.get(i));
      if (book.room(run.spec().variant()) == CoreBook.PENDING_ROOM && dispatch.mayPipeline(book)) {
        int task = queue.pop();
        if (task == ReadyQueue.NONE) {
          break;
        }
        dispatch.dispatch(book, board.graph().firstSubtask(task), true);
        moved++;
      }
    }
    return moved;
  }

  /** Dispatches all subtasks of a task; the rest is left out once the run was aborted. */
  private void dispatchTask(int cluster, int task) {
    TaskGraph graph = board.graph();
    int cube = graph.subtask(task, Subslot.AIC);
    if (cube >= 0 && !toCore(chip.cube(cluster), cube)) {
      return;
    }
    int first = graph.subtask(task, Subslot.AIV0);
    int second = graph.subtask(task, Subslot.AIV1);
    if (first >= 0 && second >= 0) {
      if (toCore(search.firstVector(cluster, true), first)) {
        toCore(chip.vector(cluster, 1), second);
      }
    } else if (first >= 0 || second >= 0) {
      toCore(search.firstVector(cluster, false), Math.max(first, second));
    }
  }

  private boolean toCore(int core, int subtask) {
    CoreBook book = run.books().get(core);
    boolean idle = book.running.isEmpty();
    if (!dispatch.dispatch(book, subtask, false)) {
      return false;
    }
    if (idle) {
      owned.becameBusy(core);
    }
    return true;
  }

  /** Comes to the hand-over, then waits without touching a core, then takes what was dealt. */
  private int meet() {
    if (!arrived) {
      local.requeue();
      owned.give();
      arrived = true;
      run.handOver().arrive();
      return 1;
    }
    if (!run.handOver().isDealt()) {
      return 0;
    }
    takeOver();
    return 1;
  }

  /** Takes the clusters that this scheduler was dealt. */
  void takeOver() {
    arrived = false;
    owned.take();
  }
}
