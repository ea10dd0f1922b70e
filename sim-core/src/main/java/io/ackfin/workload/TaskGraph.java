package io.ackfin.workload;

import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import java.util.Arrays;
import java.util.Objects;

/**
 * The tasks of a run, in submission order, with their kernels and with who waits for whom. Numbers,
 * not objects, so that millions of tasks fit: tasks are 0 to {@link #tasks} - 1, subtasks 0 to
 * {@link #subtasks} - 1 through all tasks (the order is the package's rule).
 *
 * <p>No query allocates. A number outside its range gives an {@link IndexOutOfBoundsException}.
 * Immutable; any thread.
 */
public final class TaskGraph {
  private final byte[] masks;
  private final int[] firstSubtasks;
  private final int[] taskOfSubtask;
  private final int[] kernelIds;
  private final long[] durations;
  private final Edges producers;
  private final Edges consumers;
  // Positions of KernelSync by task; null when no task's kernels meet.
  private final byte[] syncs;
  // Null when no task has a name; null entries where one has none.
  private final String[] names;

  private TaskGraph(Builder parts) {
    masks = Arrays.copyOf(parts.masks, parts.tasks);
    firstSubtasks = parts.firstSubtasks.toArray(parts.kernelIds.size());
    kernelIds = parts.kernelIds.toArray();
    durations = Arrays.copyOf(parts.durations, kernelIds.length);
    int[] producerStarts = parts.producerStarts.toArray(parts.producers.size());
    producers = new Edges(producerStarts, parts.producers.toArray());
    consumers = producers.reversed();
    syncs = parts.syncs == null ? null : Arrays.copyOf(parts.syncs, parts.tasks);
    names = parts.names == null ? null : Arrays.copyOf(parts.names, parts.tasks);
    taskOfSubtask = new int[kernelIds.length];
    for (int task = 0; task < masks.length; task++) {
      Arrays.fill(taskOfSubtask, firstSubtasks[task], firstSubtasks[task + 1], task);
    }
  }

  /** An empty builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** How many tasks there are; may be 0. */
  public int tasks() {
    return masks.length;
  }

  /** How many subtasks all tasks have together. */
  public int subtasks() {
    return kernelIds.length;
  }

  /** How many (producer, consumer) pairs there are. */
  public int edges() {
    return producers.size();
  }

  /** Which subslots a task uses, as bits of {@link Subslot#bit}; never 0. */
  public int activeMask(int task) {
    return masks[task];
  }

  /** What a task needs of one cluster. */
  public ResourceShape shape(int task) {
    return ActiveMask.shape(masks[task]);
  }

  /** How many subtasks a task has: 1 to 3. */
  public int subtaskCount(int task) {
    return ActiveMask.count(masks[task]);
  }

  /** The number of a task's first subtask; the others follow it. */
  public int firstSubtask(int task) {
    // Not the array's last entry, which is the total and no task's.
    return firstSubtasks[task + 1] - subtaskCount(task);
  }

  /** The number of a task's subtask in {@code subslot}, or -1 if the task does not use it. */
  public int subtask(int task, Subslot subslot) {
    int position = ActiveMask.position(masks[task], subslot);
    return position < 0 ? -1 : firstSubtasks[task] + position;
  }

  /** The task that a subtask belongs to. */
  public int task(int subtask) {
    return taskOfSubtask[subtask];
  }

  /** The subslot of a subtask. */
  public Subslot subslot(int subtask) {
    int task = taskOfSubtask[subtask];
    return ActiveMask.subslot(masks[task], subtask - firstSubtasks[task]);
  }

  /** The id of the kernel that a subtask runs, 0 or more. */
  public int kernelId(int subtask) {
    return kernelIds[subtask];
  }

  /** How long a subtask's kernel takes, in picoseconds, 0 or more. */
  public long duration(int subtask) {
    return durations[subtask];
  }

  /** Whether and where the kernels of a task's subtasks wait for each other. */
  public KernelSync kernelSync(int task) {
    Objects.checkIndex(task, tasks());
    return syncs == null ? KernelSync.NONE : KernelSync.of(syncs[task]);
  }

  /** Whether the kernels of any task wait for each other. */
  public boolean kernelsMeet() {
    return syncs != null;
  }

  /** How many tasks a task waits for. */
  public int producerCount(int task) {
    return producers.count(task);
  }

  /** A task that {@code task} waits for, in the order in which they were declared. */
  public int producer(int task, int position) {
    return producers.get(task, position);
  }

  /** How many tasks wait for a task. */
  public int consumerCount(int task) {
    return consumers.count(task);
  }

  /** A task that waits for {@code task}, in submission order. */
  public int consumer(int task, int position) {
    return consumers.get(task, position);
  }

  /** What people call a task: its name, or its number if it has none. */
  public String name(int task) {
    String name = names == null ? null : names[task];
    return name == null ? Integer.toString(Objects.checkIndex(task, tasks())) : name;
  }

  /** What people call a subtask: {@code task 7 AIV0}. */
  public String subtaskName(int subtask) {
    return "task " + name(task(subtask)) + " " + subslot(subtask);
  }

  /**
   * Builds a graph task by task, in submission order: {@link #task(int)}, then {@link #kernel} once
   * per subtask, then {@link #after}, {@link #sync} and {@link #named} as wanted. What is wrong is
   * refused at once with an {@link IllegalArgumentException}. One thread.
   */
  public static final class Builder {
    private static final int FIRST_CAPACITY = 16;

    private byte[] masks = new byte[FIRST_CAPACITY];
    private long[] durations = new long[FIRST_CAPACITY];
    private byte[] syncs;
    private String[] names;
    private int tasks;
    private final IntSequence firstSubtasks = new IntSequence();
    private final IntSequence kernelIds = new IntSequence();
    private final IntSequence producerStarts = new IntSequence();
    private final IntSequence producers = new IntSequence();
    // The last task that named each task as its producer, so that a repetition shows at once.
    private final IntSequence lastConsumers = new IntSequence();

    private Builder() {}

    /**
     * Adds a task, whose kernels are to follow.
     *
     * @param activeMask the subslots that it uses, 1 to 7
     * @return its number
     */
    public int task(int activeMask) {
      ResourceShape.ofMask(activeMask);
      checkComplete();
      if (tasks == masks.length) {
        masks = Arrays.copyOf(masks, Math.multiplyExact(tasks, 2));
      }
      masks[tasks] = (byte) activeMask;
      firstSubtasks.add(kernelIds.size());
      producerStarts.add(producers.size());
      lastConsumers.add(-1);
      return tasks++;
    }

    /**
     * Adds a whole task: the first subslots of a shape, all kernels equally long, each kernel's id
     * the subslot's position.
     *
     * @param duration in picoseconds, 0 or more
     * @return its number
     */
    public int task(ResourceShape shape, long duration) {
      int added = task(shape.mask());
      for (int position = 0; position < ActiveMask.count(shape.mask()); position++) {
        kernel(ActiveMask.subslot(shape.mask(), position).ordinal(), duration);
      }
      return added;
    }

    /**
     * Adds the next subtask of the task last added.
     *
     * @param kernelId 0 or more
     * @param duration in picoseconds, 0 or more
     */
    public Builder kernel(int kernelId, long duration) {
      int subtask = kernelIds.size();
      if (tasks == 0 || missingKernels() == 0) {
        throw new IllegalArgumentException(
            "kernel: " + kernelId + " (expected: none, task " + (tasks - 1) + " has all of its)");
      }
      Range.check("kernelId", kernelId, 0, Integer.MAX_VALUE);
      Range.check("duration", duration, 0, Long.MAX_VALUE);
      if (subtask == durations.length) {
        durations = Arrays.copyOf(durations, Math.multiplyExact(subtask, 2));
      }
      durations[subtask] = duration;
      kernelIds.add(kernelId);
      return this;
    }

    /**
     * Makes the task last added wait for {@code producer}. A producer that was already named for it
     * is refused: fan-in counts would otherwise hide a mistake in the graph.
     */
    public Builder after(int producer) {
      int consumer = tasks - 1;
      if (producer < 0 || producer >= consumer) {
        throw new IllegalArgumentException(
            "producer: " + producer + " (expected: a task before " + consumer + ")");
      }
      if (lastConsumers.get(producer) == consumer) {
        throw new IllegalArgumentException(
            "producer: " + producer + " (expected: once for task " + consumer + ")");
      }
      lastConsumers.set(producer, consumer);
      producers.add(producer);
      return this;
    }

    /**
     * Makes the kernels of the task last added wait for each other, or not. Those of a task of one
     * subtask have nobody to wait for: anything but {@link KernelSync#NONE} is refused for it.
     */
    public Builder sync(KernelSync sync) {
      int mask = tasks == 0 ? 0 : masks[tasks - 1];
      if (sync != KernelSync.NONE && Integer.bitCount(mask) < 2) {
        throw new IllegalArgumentException(
            "kernelSync: " + sync + " (expected: after a task of more than one subtask)");
      }
      if (syncs != null || sync != KernelSync.NONE) {
        if (syncs == null || syncs.length < tasks) {
          syncs = Arrays.copyOf(syncs == null ? new byte[0] : syncs, masks.length);
        }
        syncs[tasks - 1] = (byte) sync.ordinal();
      }
      return this;
    }

    /** Names the task last added, for people; names need not differ. */
    public Builder named(String name) {
      if (tasks == 0) {
        throw new IllegalArgumentException("name: " + name + " (expected: after a task)");
      }
      if (names == null || names.length < tasks) {
        names = names == null ? new String[masks.length] : Arrays.copyOf(names, masks.length);
      }
      names[tasks - 1] = name;
      return this;
    }

    /** The graph so far; what is added afterwards does not change it. */
    public TaskGraph build() {
      checkComplete();
      return new TaskGraph(this);
    }

    private void checkComplete() {
      if (tasks > 0 && missingKernels() > 0) {
        throw new IllegalArgumentException(
            "task: " + (tasks - 1) + " (expected: " + missingKernels() + " more kernels)");
      }
    }

    private int missingKernels() {
      int present = kernelIds.size() - firstSubtasks.get(tasks - 1);
      return ActiveMask.count(masks[tasks - 1]) - present;
    }
  }
}
