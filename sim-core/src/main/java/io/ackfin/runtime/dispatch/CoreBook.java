package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.DispatchId;

/**
 * What its scheduler knows of one core. Plain fields: they belong to the thread that owns the core,
 * and go along when the core changes hands.
 */
final class CoreBook {
  /** Neither idle nor free behind what runs. */
  static final int NO_ROOM = 0;

  /** Busy, with nothing pending that keeps a dispatch from being put behind. */
  static final int PENDING_ROOM = 1;

  /** Nothing in flight. */
  static final int IDLE = 2;

  final int core;
  InFlight running = new InFlight();
  InFlight pending = new InFlight();

  /** The slot of the next payload, where slots are used in turn. */
  int slot;

  /** The id of the next dispatch. */
  int nextId;

  /** The id of the last dispatch. */
  int lastId = InFlight.NONE;

  /** With slots by parity: the last dispatch's ACK was not polled yet. */
  boolean closed;

  /** How many payloads were built. */
  int builds;

  private final DispatchId ids;

  CoreBook(int core, DispatchId ids) {
    this.core = core;
    this.ids = ids;
    nextId = ids.first();
  }

  /** What can be dispatched to the core, by the rules of a variant. */
  int room(Variant variant) {
    if (running.isEmpty()) {
      return IDLE;
    }
    return variant.twoSlots() && pending.isEmpty() && !closed ? PENDING_ROOM : NO_ROOM;
  }

  /** An id was stored to DMB: it is taken. */
  void take(int id) {
    lastId = id;
    nextId = ids.next(id);
  }

  /** The pending dispatch, with all that is known of it, becomes the running one. */
  void promote() {
    InFlight promoted = pending;
    pending = running;
    pending.clear();
    running = promoted;
  }
}
