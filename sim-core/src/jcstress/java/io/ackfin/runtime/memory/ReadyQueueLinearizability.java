package io.ackfin.runtime.memory;

import java.util.ArrayDeque;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * Explores interleavings of pushes and pops of two threads: each result is one that a queue without
 * concurrency could have given in some order. A pop may miss what lies behind a push that is held
 * up, as the queue says; {@link Patient} pops until the queue is empty or gives something and is
 * exact, {@link Hasty} pops once and has to be found out.
 */
public final class ReadyQueueLinearizability {
  private static final int ROOM = 32;
  private static final int SCENARIOS = 20;
  private static final int INTERLEAVINGS = 500;
  private static final int OPERATIONS = 3;

  private ReadyQueueLinearizability() {}

  /** A pop that gives nothing only if the queue is empty. */
  public static class Patient {
    private final ReadyQueue queue = new ReadyQueue(ROOM);

    /** Pushes. */
    @Operation
    public void push(@Param(gen = IntGen.class, conf = "1:5") int task) {
      queue.push(task);
    }

    /** Pops, or finds it empty. */
    @Operation
    public int pop() {
      while (true) {
        int task = queue.pop();
        if (task != ReadyQueue.NONE || queue.isEmpty()) {
          return task;
        }
      }
    }
  }

  /** A pop that takes one look. */
  public static class Hasty {
    private final ReadyQueue queue = new ReadyQueue(ROOM);

    /** Pushes. */
    @Operation
    public void push(@Param(gen = IntGen.class, conf = "1:5") int task) {
      queue.push(task);
    }

    /** Pops, or finds nothing. */
    @Operation
    public int pop() {
      return queue.pop();
    }
  }

  /** What both are compared with. */
  public static class Sequential {
    private final ArrayDeque<Integer> tasks = new ArrayDeque<>();

    /** Pushes. */
    public void push(int task) {
      tasks.add(task);
    }

    /** Pops. */
    public int pop() {
      Integer task = tasks.poll();
      return task == null ? ReadyQueue.NONE : task;
    }
  }

  /** Checks both; fails unless the one holds and the other does not. */
  public static void main(String[] arguments) {
    options().check(Patient.class);
    System.out.println("ready queue: linearizable with a pop that waits for a held-up push");
    try {
      options().check(Hasty.class);
    } catch (LincheckAssertionError found) {
      System.out.println(
          "ready queue: one look may miss what lies behind a held-up push, as it says");
      return;
    }
    throw new AssertionError("a pop that takes one look was not found out");
  }

  private static ModelCheckingOptions options() {
    return new ModelCheckingOptions()
        .iterations(SCENARIOS)
        .invocationsPerIteration(INTERLEAVINGS)
        .threads(2)
        .actorsPerThread(OPERATIONS)
        .sequentialSpecification(Sequential.class);
  }
}
