package io.ackfin.runtime.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A first-in first-out queue of task numbers that any thread pushes to and pops from. Each place of
 * the ring carries a turn, which says whose it is next (after D. Vyukov's bounded queue):
 *
 * <pre>
 *   turn = p             free for the push number p
 *   turn = p + 1         filled by it, waiting for the pop number p
 *   turn = p + capacity  popped: free for the push one round later
 * </pre>
 *
 * A thread that is held up within a push hides what was pushed behind it until it goes on, so a pop
 * may find nothing although a push has returned; nothing is lost, and the next pop finds it.
 * Nothing allocates.
 */
public final class ReadyQueue {
  /** What a pop gives when there is nothing. */
  public static final int NONE = -1;

  private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);
  // The counters lie two cache lines apart.
  private static final int PUSHED = 16;
  private static final int POPPED = 32;
  private static final int COUNTERS = 48;

  private final int mask;
  private final int[] tasks;
  private final long[] turns;
  private final long[] counters = new long[COUNTERS];

  /** An empty queue that {@code capacity} tasks fit into, at least. */
  public ReadyQueue(int capacity) {
    int places = Integer.highestOneBit(Math.max(2, 2 * capacity - 1));
    mask = places - 1;
    tasks = new int[places];
    turns = new long[places];
    for (int i = 0; i < places; i++) {
      turns[i] = i;
    }
  }

  /**
   * Appends a task.
   *
   * @throws IllegalStateException if the queue is full
   */
  // The yield is for a rare moment, and correct without: it only leaves the processor to the pop.
  @SuppressWarnings("ThreadPriorityCheck")
  public void push(int task) {
    while (true) {
      long number = (long) LONGS.getAcquire(counters, PUSHED);
      int place = (int) number & mask;
      long turn = (long) LONGS.getAcquire(turns, place);
      if (turn == number) {
        if (LONGS.compareAndSet(counters, PUSHED, number, number + 1)) {
          tasks[place] = task;
          LONGS.setRelease(turns, place, number + 1);
          return;
        }
      } else if (turn < number) {
        checkRoom(task, number);
        Thread.yield();
      }
    }
  }

  private void checkRoom(int task, long number) {
    if (number - (long) LONGS.getAcquire(counters, POPPED) > mask) {
      throw new IllegalStateException("task: " + task + " (expected: room in the ready queue)");
    }
  }

  /** Takes the first task, or {@link #NONE}. */
  public int pop() {
    while (true) {
      long number = (long) LONGS.getAcquire(counters, POPPED);
      int place = (int) number & mask;
      long turn = (long) LONGS.getAcquire(turns, place);
      if (turn == number + 1) {
        if (LONGS.compareAndSet(counters, POPPED, number, number + 1)) {
          int task = tasks[place];
          LONGS.setRelease(turns, place, number + mask + 1);
          return task;
        }
      } else if (turn <= number) {
        return NONE;
      }
    }
  }

  /** Whether it looked empty at a moment during the call. */
  public boolean isEmpty() {
    long popped = (long) LONGS.getAcquire(counters, POPPED);
    return popped == (long) LONGS.getAcquire(counters, PUSHED);
  }
}
