package io.ackfin.device.aicpu;

import java.util.Arrays;

/** A first-in first-out queue of task numbers; grows, never shrinks. Not thread-safe. */
final class TaskQueue {
  private static final int INITIAL_CAPACITY = 64;

  private int[] tasks = new int[INITIAL_CAPACITY];
  private int head;
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  void push(int task) {
    if (size == tasks.length) {
      grow();
    }
    tasks[(head + size) & (tasks.length - 1)] = task;
    size++;
  }

  /** The oldest task, which stays. */
  int peek() {
    return tasks[head];
  }

  /** Takes the oldest task out; there must be one. */
  int pop() {
    int task = tasks[head];
    head = (head + 1) & (tasks.length - 1);
    size--;
    return task;
  }

  private void grow() {
    int[] grown = new int[2 * tasks.length];
    int untilEnd = tasks.length - head;
    System.arraycopy(tasks, head, grown, 0, untilEnd);
    System.arraycopy(tasks, 0, grown, untilEnd, head);
    tasks = grown;
    head = 0;
  }

  /** The tasks, the oldest first. */
  int[] toArray() {
    int[] listed = new int[size];
    for (int i = 0; i < size; i++) {
      listed[i] = tasks[(head + i) & (tasks.length - 1)];
    }
    return listed;
  }

  @Override
  public String toString() {
    return Arrays.toString(toArray());
  }
}
