package io.ackfin.device.soc;

import io.ackfin.core.stats.Statistics;
import io.ackfin.device.aicpu.SubtaskRecord;
import io.ackfin.device.soc.SubtaskTable.Time;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.workload.TaskGraph;
import java.util.Arrays;

/**
 * Writes down what devices tell: into the table of subtasks and into counts and levels; then passes
 * it on. Knows what each core received last, since a core learns only at its kernel's start what it
 * runs.
 */
final class SocLog extends HandshakeTeller {
  private final SubtaskTable table;
  private final TaskGraph graph;
  private final ClusterSpec cluster;
  private final SocLevels levels;
  private final long[] readyTicks;
  private final long[] receivedTicks;
  private final long[] acknowledgedTicks;
  private final long[] caseCounts = new long[CompletionCase.COUNT];
  private long lastKernelEnd;
  private long lastTaskCompletion;

  SocLog(SocSetup setup, Statistics statistics) {
    super(setup.listener(), setup.accesses());
    graph = setup.graph();
    cluster = setup.spec().cluster();
    levels = new SocLevels(statistics);
    table = new SubtaskTable(graph.subtasks());
    readyTicks = new long[graph.tasks()];
    Arrays.fill(readyTicks, SubtaskTable.NEVER);
    receivedTicks = new long[setup.spec().cores()];
    acknowledgedTicks = new long[setup.spec().cores()];
  }

  SubtaskTable table() {
    return table;
  }

  long readyTick(int task) {
    return readyTicks[task];
  }

  long caseCount(CompletionCase completionCase) {
    return caseCounts[completionCase.ordinal()];
  }

  long lastKernelEnd() {
    return lastKernelEnd;
  }

  long lastTaskCompletion() {
    return lastTaskCompletion;
  }

  @Override
  public void ready(int task, long tick) {
    readyTicks[task] = tick;
    levels.ready(graph.shape(task), tick);
    super.ready(task, tick);
  }

  @Override
  public void published(int core, int id, int subtask, long notedAt, long tick) {
    table.set(subtask, Time.DISPATCH, notedAt);
    int task = graph.task(subtask);
    if (subtask == graph.firstSubtask(task)) {
      levels.dispatched(graph.shape(task), tick);
    }
    super.published(core, id, subtask, notedAt, tick);
  }

  @Override
  public void completed(int core, SubtaskRecord record, CompletionCase by, long tick) {
    int subtask = record.subtask();
    table.set(subtask, Time.DISPATCH, record.dispatchTick());
    table.set(subtask, Time.FINISH, tick);
    table.setCompletion(subtask, record.kernelId(), by);
    super.completed(core, record, by, tick);
  }

  @Override
  public void polled(CompletionCase by) {
    caseCounts[by.ordinal()]++;
  }

  @Override
  public void taskCompleted(int task, long tick) {
    lastTaskCompletion = tick;
    super.taskCompleted(task, tick);
  }

  @Override
  public void received(int core, int id, long tick) {
    receivedTicks[core] = tick;
    super.received(core, id, tick);
  }

  @Override
  public void acknowledged(int core, int id, long tick) {
    acknowledgedTicks[core] = tick;
    super.acknowledged(core, id, tick);
  }

  @Override
  public void kernelStarted(int core, int slot, int subtask, long tick) {
    levels.kernel(cluster.isCube(core), tick, 1);
    if (subtask >= 0) {
      table.set(subtask, Time.RECEIVE, receivedTicks[core]);
      table.set(subtask, Time.ACK, acknowledgedTicks[core]);
      table.set(subtask, Time.START, tick);
      table.setCore(subtask, core);
    }
    super.kernelStarted(core, slot, subtask, tick);
  }

  @Override
  public void kernelEnded(int core, int slot, int subtask, long tick) {
    lastKernelEnd = tick;
    levels.kernel(cluster.isCube(core), tick, -1);
    if (subtask >= 0) {
      table.set(subtask, Time.END, tick);
    }
    super.kernelEnded(core, slot, subtask, tick);
  }
}
