package io.ackfin.crosscheck.inclusion;

import io.ackfin.handshake.Access;
import io.ackfin.handshake.AccessKind;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.CoreProgram;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.Tables;
import io.ackfin.protocol.DmbWord;

/** A core's own sequence, held against the core's program entry by entry. Not thread-safe. */
final class CoreSide {
  private static final int DMB = PostedStores.cell(Location.DMB, 0);

  private final Tables tables;
  private final EntrySequence entries;
  private final PostedStores owners;
  private final PostedStores own;
  private final Taken taken;
  private int exitsFromOutside;
  private long state;
  private int placed;

  /**
   * A core that has not started.
   *
   * @param owners the owners' stores, which the core reads
   * @param own the core's stores
   * @param exitsFromOutside how often another thread than the owner stored exit
   */
  CoreSide(
      Tables tables,
      EntrySequence entries,
      PostedStores owners,
      PostedStores own,
      Taken taken,
      int exitsFromOutside) {
    this.tables = tables;
    this.entries = entries;
    this.owners = owners;
    this.own = own;
    this.taken = taken;
    this.exitsFromOutside = exitsFromOutside;
    state = CoreProgram.start(tables);
    passUnrecorded();
  }

  /** How many entries are placed. */
  int placed() {
    return placed;
  }

  boolean halted() {
    return CoreProgram.halted(tables, state);
  }

  /** Places the next entry if nothing is in its way. */
  Obstacle advance() {
    if (placed == entries.size()) {
      return halted() ? Obstacle.NONE : Obstacle.ENDS_EARLY;
    }
    long entry = entries.get(placed);
    Obstacle obstacle = obstacleTo(entry);
    if (obstacle == Obstacle.NONE) {
      if (wanted().kind() == AccessKind.STORE) {
        own.post(PostedStores.cell(wanted().location(), 0), Entry.word(entry));
      }
      go(Entry.word(entry));
      passUnrecorded();
      placed++;
    }
    return obstacle;
  }

  /** What the core wants next. */
  Expected expected() {
    long access = CoreProgram.access(tables, state);
    return Expected.of(wanted().name(), access, shown(access));
  }

  private Obstacle obstacleTo(long entry) {
    if (halted()) {
      return Obstacle.AFTER_THE_END;
    }
    CoreOperation wanted = wanted();
    if (Entry.coreOperation(entry) != wanted) {
      return Obstacle.OTHER_ACCESS;
    }
    int value = Access.value(CoreProgram.access(tables, state));
    boolean payload = wanted.location() == Location.PAYLOAD;
    if (wanted.kind() != AccessKind.LOAD || payload) {
      if (value != (payload ? Entry.slot(entry) : Entry.word(entry))) {
        return Obstacle.OTHER_WORD;
      }
    }
    if (CoreProgram.after(tables, state, Entry.word(entry)) == state) {
      return Obstacle.CHANGES_NOTHING;
    }
    boolean seen = wanted.kind() != AccessKind.LOAD || sees(wanted.location(), entry);
    return seen ? Obstacle.NONE : Obstacle.NOT_SHOWN;
  }

  /** Exit from outside may arrive at any time, and costs nothing of the owners' order. */
  private boolean sees(Location location, long entry) {
    int cell = PostedStores.cell(location, Entry.slot(entry));
    int word = Entry.word(entry);
    boolean exit = cell == DMB && word == DmbWord.EXIT;
    if (exit && owners.shown(DMB) != DmbWord.EXIT && exitsFromOutside > 0) {
      exitsFromOutside--;
      owners.set(DMB, DmbWord.EXIT);
    }
    return owners.show(cell, word);
  }

  private long shown(long access) {
    Location location = Access.location(access);
    int slot = location == Location.PAYLOAD ? Access.value(access) : 0;
    return owners.shown(PostedStores.cell(location, slot));
  }

  private CoreOperation wanted() {
    return CoreProgram.operation(tables, state);
  }

  private void go(int seen) {
    long next = CoreProgram.after(tables, state, seen);
    taken.coreEdge(state, next);
    state = next;
  }

  private void passUnrecorded() {
    while (isUnrecorded(wanted())) {
      go(0);
    }
  }

  private static boolean isUnrecorded(CoreOperation operation) {
    return operation.kind() == AccessKind.LOCAL
        || (operation.kind() == AccessKind.BARRIER && operation.location() != Location.OUTPUT);
  }
}
