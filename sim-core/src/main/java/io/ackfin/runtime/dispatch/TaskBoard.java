package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.ResourceShape;
import io.ackfin.runtime.memory.ReadyQueue;
import io.ackfin.workload.TaskGraph;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Where all tasks of a run stand: what each still waits for, which of its subtasks are done, and
 * which are ready. Any thread, except where a method says otherwise.
 */
final class TaskBoard {
  private final TaskGraph graph;
  // How many producers are incomplete, and one more until the task is submitted.
  private final AtomicIntegerArray waitsFor;
  // Each byte is written by the owner of the cluster that runs the task.
  private final byte[] doneMasks;
  private final ReadyQueue[] ready = new ReadyQueue[ResourceShape.COUNT];
  private final AtomicInteger incomplete;
  private final AtomicInteger released = new AtomicInteger();
  private volatile int submitted;

  TaskBoard(TaskGraph graph) {
    this.graph = graph;
    waitsFor = new AtomicIntegerArray(graph.tasks());
    doneMasks = new byte[graph.tasks()];
    incomplete = new AtomicInteger(graph.tasks());
    int[] ofShape = new int[ResourceShape.COUNT];
    for (int task = 0; task < graph.tasks(); task++) {
      waitsFor.setPlain(task, graph.producerCount(task) + 1);
      ofShape[graph.shape(task).ordinal()]++;
    }
    for (int shape = 0; shape < ResourceShape.COUNT; shape++) {
      ready[shape] = new ReadyQueue(ofShape[shape]);
    }
  }

  TaskGraph graph() {
    return graph;
  }

  /** Submits the next task. One thread. */
  void submitNext() {
    int task = submitted;
    if (cameOneCloser(task)) {
      queue(task);
    }
    submitted = task + 1;
  }

  /** How many tasks were submitted. */
  int submitted() {
    return submitted;
  }

  /** How many tasks were submitted and not yet released. One thread: the one that submits. */
  int held() {
    return submitted - released.get();
  }

  /** A producer of a task completed, or the task was submitted; whether that makes it ready. */
  boolean cameOneCloser(int task) {
    return waitsFor.decrementAndGet(task) == 0;
  }

  /** Queues a ready task for all schedulers. */
  void queue(int task) {
    ready(graph.shape(task)).push(task);
  }

  ReadyQueue ready(ResourceShape shape) {
    return ready[shape.ordinal()];
  }

  /** A subtask completed; whether its task thereby has. The owner of the task's cluster. */
  boolean subtaskDone(int task, int subslotBit) {
    doneMasks[task] |= (byte) subslotBit;
    return doneMasks[task] == graph.activeMask(task);
  }

  /** A task is complete and its consumers know. */
  void taskDone() {
    incomplete.decrementAndGet();
  }

  /** What some complete tasks held may be used again. */
  void release(int tasks) {
    released.addAndGet(tasks);
  }

  /** Whether all tasks are complete. */
  boolean isComplete() {
    return incomplete.get() <= 0;
  }

  /** Changes whenever a task is submitted, completed or released. */
  long progress() {
    return (long) submitted + graph.tasks() - incomplete.get() + released.get();
  }
}
