package io.ackfin.device.aicpu;

import io.ackfin.handshake.ClusterSearch;
import io.ackfin.handshake.SchedulerProgram;
import io.ackfin.protocol.Subslot;
import io.ackfin.workload.TaskGraph;

/**
 * The task that a thread is dispatching: where it goes and which of its subtasks come next. The pop
 * is paid first, then one dispatch for each subtask, in the order of subslots. Not thread-safe.
 */
final class DispatchDesk {
  private final ThreadCores cores;
  private final DispatchPolicy policy;
  private final TaskGraph graph;
  private final ClusterSearch.Request[] requests;
  private int task;
  private int place;
  private int nextSubslot = Subslot.COUNT;

  DispatchDesk(ThreadCores cores, DispatchPolicy policy, TaskGraph graph) {
    this.cores = cores;
    this.policy = policy;
    this.graph = graph;
    requests = policy.requests();
  }

  /** Whether a task is under way. */
  boolean busy() {
    return nextSubslot < Subslot.COUNT;
  }

  /**
   * Takes the oldest task of a queue if there is a place for it.
   *
   * @return whether there was
   */
  boolean takeIfPlaced(TaskQueue queue) {
    if (queue.isEmpty()) {
      return false;
    }
    ClusterSearch.Request request = requests[graph.activeMask(queue.peek())];
    int found = ClusterSearch.find(cores, cores.clusters(), request, policy.searchMayWait());
    if (found == ClusterSearch.NOWHERE) {
      return false;
    }
    task = queue.pop();
    place = found;
    nextSubslot = 0;
    return true;
  }

  /**
   * Begins the dispatch of the next subtask.
   *
   * @return whether there was one
   */
  boolean beginNext(CoreWalk walk) {
    int mask = graph.activeMask(task);
    while (nextSubslot < Subslot.COUNT) {
      Subslot subslot = Subslot.of(nextSubslot++);
      if (subslot.in(mask)) {
        int core = cores.core(ClusterSearch.cluster(place), ClusterSearch.position(place, subslot));
        begin(walk, core, graph.subtask(task, subslot));
        return true;
      }
    }
    return false;
  }

  /** Begins the dispatch of a single-core task behind what a core runs. */
  void beginBehind(CoreWalk walk, int core, int singleCoreTask) {
    begin(walk, core, graph.firstSubtask(singleCoreTask));
  }

  private void begin(CoreWalk walk, int core, int subtask) {
    walk.begin(core, SchedulerProgram.beginDispatch(cores.book(core)), subtask);
  }
}
