package io.ackfin.verify;

import io.ackfin.handshake.ClusterSearch;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tasks of a system: which are left, which is next of each shape, and which subtask of a
 * dispatched one comes next. Tasks of one shape are taken in order.
 */
final class Tasks {
  private final HandshakeParts parts;
  private final Layout layout;
  private final ResourceShape[] shapes;
  private final int[][] tasksOfShape;
  private final int subtasks;

  Tasks(HandshakeParts parts) {
    this.parts = parts;
    layout = parts.layout();
    BoundedSystem system = parts.system();
    List<ResourceShape> distinct = new ArrayList<>();
    int allSubtasks = 0;
    for (int task = 1; task <= system.tasks(); task++) {
      ResourceShape shape = system.shape(task);
      allSubtasks += Integer.bitCount(shape.mask());
      if (!distinct.contains(shape)) {
        distinct.add(shape);
      }
    }
    subtasks = allSubtasks;
    shapes = distinct.toArray(new ResourceShape[0]);
    tasksOfShape = new int[shapes.length][];
    for (int i = 0; i < shapes.length; i++) {
      tasksOfShape[i] = tasksOf(system, shapes[i]);
    }
  }

  private static int[] tasksOf(BoundedSystem system, ResourceShape shape) {
    int[] found = new int[system.tasks()];
    int count = 0;
    for (int task = 1; task <= system.tasks(); task++) {
      if (system.shape(task) == shape) {
        found[count++] = task;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** How many different shapes there are. */
  int shapes() {
    return shapes.length;
  }

  ResourceShape shape(int position) {
    return shapes[position];
  }

  /** The next task of a shape; 0 if none is left. */
  int next(long[] situation, int shape) {
    int taken = layout.taken[shape].get(situation);
    return taken < tasksOfShape[shape].length ? tasksOfShape[shape][taken] : 0;
  }

  void take(long[] now, int shape) {
    layout.taken[shape].set(now, layout.taken[shape].get(now) + 1);
  }

  /** The run is stopped: nothing more will be dispatched. */
  void takeAll(long[] now) {
    for (int shape = 0; shape < shapes.length; shape++) {
      layout.taken[shape].set(now, tasksOfShape[shape].length);
    }
  }

  /** Whether the schedulers count every subtask as complete. */
  boolean allComplete(long[] situation) {
    int complete = 0;
    for (CoreFields core : layout.cores) {
      complete += Integer.bitCount(core.completed.get(situation) & ~1);
    }
    return complete == subtasks;
  }

  /** A thread begins a task: on {@code core} if it has one subtask, else at {@code place}. */
  void begin(long[] now, int thread, int task, int place, int core) {
    ThreadFields fields = layout.threads[thread];
    int mask = parts.system().shape(task).mask();
    Subslot first = Subslot.of(Integer.numberOfTrailingZeros(mask));
    fields.task.set(now, task);
    fields.subslot.set(now, first.ordinal());
    fields.place.set(now, Integer.bitCount(mask) > 1 ? place : 0);
    fields.core.set(now, core);
    fields.mayFill.set(now, 0);
  }

  /** An ordinal is that of the subtask that the thread dispatches. */
  void names(long[] now, int thread, int core, int ordinal) {
    ThreadFields fields = layout.threads[thread];
    CoreFields coreFields = layout.cores[core];
    if (parts.features().tasks()) {
      Subslot subslot = Subslot.of(fields.subslot.get(now));
      coreFields.task[ordinal].set(now, TaskCode.of(fields.task.get(now), subslot));
    }
    if (fields.gating.isSet(now)) {
      coreFields.gated.add(now, ordinal);
    }
  }

  /**
   * The dispatch was given up before its id was taken; so is what is left of the task. The payload
   * stays as it was built, and a core that finds its way to it runs that task.
   */
  void givenUp(long[] now, int thread) {
    finish(now, thread);
  }

  /** A subtask is in flight: the thread goes on to the next one, or the task is dispatched. */
  void dispatched(long[] now, int thread) {
    ThreadFields fields = layout.threads[thread];
    int task = fields.task.get(now);
    int rest = parts.system().shape(task).mask() & -2 << fields.subslot.get(now);
    if (rest != 0) {
      fields.subslot.set(now, Integer.numberOfTrailingZeros(rest));
    } else {
      finish(now, thread);
    }
  }

  /** The core of the subtask that a thread, at home again, goes on with; 0 if there is none. */
  int coreOfNext(long[] now, int thread) {
    ThreadFields fields = layout.threads[thread];
    if (!fields.task.isSet(now)) {
      return 0;
    }
    return fields.place.isSet(now)
        ? core(fields.place.get(now), Subslot.of(fields.subslot.get(now)))
        : fields.core.get(now);
  }

  /** After a step: a look that allowed a dispatch means nothing if no task is left for it. */
  void settle(long[] now) {
    for (ThreadFields fields : layout.threads) {
      int shape = fields.mayFill.get(now) - 1;
      if (shape >= 0 && next(now, shape) == 0) {
        fields.mayFill.set(now, 0);
        fields.core.set(now, 0);
      }
    }
  }

  private void finish(long[] now, int thread) {
    ThreadFields fields = layout.threads[thread];
    fields.task.set(now, 0);
    fields.subslot.set(now, 0);
    fields.place.set(now, 0);
    fields.gating.set(now, 0);
  }

  /** The core of a subslot at a place. */
  int core(int place, Subslot subslot) {
    return Cores.at(
        parts.system(), ClusterSearch.cluster(place), ClusterSearch.position(place, subslot));
  }

  /** Whether an earlier subtask of the task has the same core. */
  boolean sharesCore(int place, Subslot subslot) {
    if (place == 0 || subslot != Subslot.AIV1) {
      return false;
    }
    return ClusterSearch.position(place, Subslot.AIV0) == ClusterSearch.position(place, subslot);
  }
}
