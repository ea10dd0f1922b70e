package io.ackfin.device.soc;

import io.ackfin.core.stats.Statistics;
import io.ackfin.device.aicore.AicoreLog;
import io.ackfin.device.aicpu.SchedulerLog;
import io.ackfin.device.aicpu.SubtaskRecord;
import io.ackfin.device.soc.SubtaskTable.Time;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.HandshakeEvent;
import io.ackfin.protocol.HandshakeListener;
import io.ackfin.workload.TaskGraph;
import java.util.Arrays;

/**
 * Writes down what devices tell: into the table of subtasks, into counts and levels, and on to one
 * listener. Knows what each core received last, since a core learns only at its kernel's start what
 * it runs.
 */
final class SocLog implements AicoreLog, SchedulerLog {
  private final SubtaskTable table;
  private final HandshakeListener listener;
  private final AccessListener accesses;
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
    graph = setup.graph();
    cluster = setup.spec().cluster();
    listener = setup.listener();
    accesses = setup.accesses();
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
  public void accessed(int core, CoreOperation operation, int value, long seen) {
    if (accesses != null) {
      accesses.onCore(core, operation, value, seen);
    }
  }

  @Override
  public void accessed(int thread, int core, SchedulerOperation operation, int value, long seen) {
    if (accesses != null) {
      accesses.onThread(thread, core, operation, value, seen);
    }
  }

  @Override
  public void submitted(int task, long tick) {
    listener.on(HandshakeEvent.SUBMITTED, tick, -1, -1, task);
  }

  @Override
  public void ready(int task, long tick) {
    readyTicks[task] = tick;
    levels.ready(graph.shape(task), tick);
    listener.on(HandshakeEvent.READY, tick, -1, -1, task);
  }

  @Override
  public void built(int core, int slot, int subtask, long tick) {
    listener.on(HandshakeEvent.BUILT, tick, core, slot, subtask);
  }

  @Override
  public void published(int core, int id, int subtask, long notedAt, long tick) {
    table.set(subtask, Time.DISPATCH, notedAt);
    int task = graph.task(subtask);
    if (subtask == graph.firstSubtask(task)) {
      levels.dispatched(graph.shape(task), tick);
    }
    listener.on(HandshakeEvent.PUBLISHED, tick, core, id, subtask);
  }

  @Override
  public void completed(int core, SubtaskRecord record, CompletionCase by, long tick) {
    int subtask = record.subtask();
    table.set(subtask, Time.DISPATCH, record.dispatchTick());
    table.set(subtask, Time.FINISH, tick);
    table.setCompletion(subtask, record.kernelId(), by);
    listener.on(HandshakeEvent.COMPLETED, tick, core, by.ordinal(), subtask);
  }

  @Override
  public void polled(CompletionCase by) {
    caseCounts[by.ordinal()]++;
  }

  @Override
  public void believedIdle(int core, long tick) {
    listener.on(HandshakeEvent.BELIEVED_IDLE, tick, core, -1, -1);
  }

  @Override
  public void taskCompleted(int task, long tick) {
    lastTaskCompletion = tick;
    listener.on(HandshakeEvent.TASK_COMPLETED, tick, -1, -1, task);
  }

  @Override
  public void exitStored(int core, long tick) {
    listener.on(HandshakeEvent.EXIT_STORED, tick, core, -1, -1);
  }

  @Override
  public void closed(int core, long tick) {
    listener.on(HandshakeEvent.CLOSED, tick, core, -1, -1);
  }

  @Override
  public void received(int core, int id, long tick) {
    receivedTicks[core] = tick;
    listener.on(HandshakeEvent.RECEIVED, tick, core, id, -1);
  }

  @Override
  public void acknowledged(int core, int id, long tick) {
    acknowledgedTicks[core] = tick;
    listener.on(HandshakeEvent.ACKNOWLEDGED, tick, core, id, -1);
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
    listener.on(HandshakeEvent.KERNEL_STARTED, tick, core, slot, subtask);
  }

  @Override
  public void kernelEnded(int core, int slot, int subtask, long tick) {
    lastKernelEnd = tick;
    levels.kernel(cluster.isCube(core), tick, -1);
    if (subtask >= 0) {
      table.set(subtask, Time.END, tick);
    }
    listener.on(HandshakeEvent.KERNEL_ENDED, tick, core, slot, subtask);
  }

  @Override
  public void outputVisible(int core, int id, long tick) {
    listener.on(HandshakeEvent.OUTPUT_VISIBLE, tick, core, id, -1);
  }

  @Override
  public void finished(int core, int id, long tick) {
    listener.on(HandshakeEvent.FINISHED, tick, core, id, -1);
  }

  @Override
  public void finSkipped(int core, int id, long tick) {
    listener.on(HandshakeEvent.FIN_SKIPPED, tick, core, id, -1);
  }

  @Override
  public void exited(int core, long tick) {
    listener.on(HandshakeEvent.EXITED, tick, core, -1, -1);
  }
}
