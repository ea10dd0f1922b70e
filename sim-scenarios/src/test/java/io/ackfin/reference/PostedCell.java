package io.ackfin.reference;

import java.util.ArrayDeque;

/**
 * A register between two sides: a write becomes visible some time after it was made, in order, and
 * replaces what was there. Reads come at rising ticks.
 */
final class PostedCell {
  /** No dispatch has this id. */
  static final int NO_ID = 0;

  private record Content(long visible, int id, boolean fin) {}

  private final ArrayDeque<Content> upcoming = new ArrayDeque<>();
  private Content current = new Content(0, NO_ID, true);

  /** A write that can be read from the tick {@code visible} on, that tick included. */
  void write(long visible, int id, boolean fin) {
    upcoming.add(new Content(visible, id, fin));
  }

  /** Reads at a tick; then {@link #id} and {@link #fin} tell what was there. */
  void read(long tick) {
    while (!upcoming.isEmpty() && upcoming.peek().visible() <= tick) {
      current = upcoming.remove();
    }
  }

  int id() {
    return current.id();
  }

  boolean fin() {
    return current.fin();
  }

  /** Whether a write is still to become visible. */
  boolean hasUpcoming() {
    return !upcoming.isEmpty();
  }

  /** When the next write becomes visible. */
  long nextVisible() {
    return upcoming.element().visible();
  }
}
