package io.ackfin.runtime.dispatch;

/** The busy cores of one type that a scheduler polls; removal takes the last in. One thread. */
final class RunningCores {
  private final int[] cores;
  private int size;

  RunningCores(int most) {
    cores = new int[most];
  }

  int size() {
    return size;
  }

  int get(int position) {
    return cores[position];
  }

  void add(int core) {
    cores[size++] = core;
  }

  /** Removes one; the last takes its place. */
  void removeAt(int position) {
    cores[position] = cores[--size];
  }

  void clear() {
    size = 0;
  }
}
