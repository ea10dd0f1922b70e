package io.ackfin.verify;

import java.util.Arrays;

/** A stack of {@code int}s that takes its memory from a budget. */
final class IntStack {
  private final MemoryBudget budget;
  private int[] values = new int[0];
  private int size;

  IntStack(MemoryBudget budget) {
    this.budget = budget;
  }

  int size() {
    return size;
  }

  /** Makes room; false if the budget, or the length of an array, does not allow it. */
  boolean reserve(int more) {
    if (values.length - size >= more) {
      return true;
    }
    long length = Math.max(Math.max(16, 2L * values.length), (long) size + more);
    if (length > Integer.MAX_VALUE - 8 || !budget.take(length * Integer.BYTES)) {
      return false;
    }
    budget.give((long) values.length * Integer.BYTES);
    values = Arrays.copyOf(values, (int) length);
    return true;
  }

  /** Adds on top, where room was made. */
  void push(int value) {
    values[size++] = value;
  }

  int get(int position) {
    return values[position];
  }

  void set(int position, int value) {
    values[position] = value;
  }

  /** Takes everything from a position on off. */
  void cut(int position) {
    size = position;
  }

  /** Gives everything back; the stack is empty then. */
  void clear() {
    budget.give((long) values.length * Integer.BYTES);
    values = new int[0];
    size = 0;
  }
}
