package io.ackfin.crosscheck.inclusion;

import java.util.ArrayList;
import java.util.List;

/**
 * What the owners of one core did on it, joined where it changed hands. Exit that a thread stored
 * to all cores belongs to no owner and is left out.
 */
final class OwnerSequence {
  /** One owner's part: which of its entries, and where in the joined sequence they begin. */
  private static final class Part {
    final int thread;
    final ThreadSide side;
    final int[] positions;
    final int first;

    Part(Tenure tenure, ThreadSide side, int first) {
      this.thread = tenure.thread();
      this.side = side;
      this.positions = side.owned(tenure);
      this.first = first;
    }

    int end() {
      return first + positions.length;
    }
  }

  private final List<Part> parts = new ArrayList<>();
  private int size;
  // Walked forward nearly always: the part in which the last position asked for lies.
  private int current;

  /** Joins the tenures of a core, which stand in the order in which it changed hands. */
  OwnerSequence(int core, List<Tenure> tenures, List<ThreadSide> threads) {
    for (Tenure tenure : tenures) {
      if (tenure.core() == core) {
        Part part = new Part(tenure, threads.get(tenure.thread()), size);
        parts.add(part);
        size = part.end();
      }
    }
  }

  int size() {
    return size;
  }

  /** The entry at a position of the joined sequence. */
  long get(int position) {
    return part(position).side.get(threadPosition(position));
  }

  /** The thread that an entry is of. */
  int thread(int position) {
    return part(position).thread;
  }

  /** Where in its thread's own sequence an entry stands. */
  int threadPosition(int position) {
    Part part = part(position);
    return part.positions[position - part.first];
  }

  /** Whether an entry is the first of an owner's. */
  boolean beginsTenure(int position) {
    return part(position).first == position;
  }

  /** After this entry its thread is in the middle of a program. */
  void markMidway(int position) {
    part(position).side.markMidway(threadPosition(position));
  }

  private Part part(int position) {
    while (position < parts.get(current).first) {
      current--;
    }
    while (position >= parts.get(current).end()) {
      current++;
    }
    return parts.get(current);
  }
}
