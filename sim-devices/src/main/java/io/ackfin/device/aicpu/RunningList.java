package io.ackfin.device.aicpu;

/**
 * The cores of one kind that a thread has to poll. A core that becomes idle leaves by swap: the
 * last takes its place. Polled from the last to the first, so that a swap skips nobody. Not
 * thread-safe.
 */
final class RunningList {
  private final int[] cores;
  private int size;

  RunningList(int capacity) {
    cores = new int[capacity];
  }

  int size() {
    return size;
  }

  int core(int index) {
    return cores[index];
  }

  void add(int core) {
    cores[size++] = core;
  }

  void removeAt(int index) {
    size--;
    cores[index] = cores[size];
  }
}
