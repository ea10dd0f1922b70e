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
  private static final int BELL = PostedStores.cell(Location.BELL, 0);

  private final Tables tables;
  private final EntrySequence entries;
  private final PostedStores owners;
  private final PostedStores own;
  private final Taken taken;
  private final OutsideStores outside;
  private long state;
  private int placed;

  /**
   * A core that has not started.
   *
   * @param owners the owners' stores, which the core reads
   * @param own the core's stores
   * @param outside what other threads than the owner stored to the core
   */
  CoreSide(
      Tables tables,
      EntrySequence entries,
      PostedStores owners,
      PostedStores own,
      Taken taken,
      OutsideStores outside) {
    this.tables = tables;
    this.entries = entries;
    this.owners = owners;
    this.own = own;
    this.taken = taken;
    this.outside = outside;
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
      go(seen(entry));
      passUnrecorded();
      placed++;
    }
    return obstacle;
  }

  /** What the core wants next. */
  Expected expected() {
    long access = CoreProgram.access(tables, state);
    return Expected.of(wanted().name(), access, shown());
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
    if (CoreProgram.after(tables, state, seen(entry)) == state) {
      return Obstacle.CHANGES_NOTHING;
    }
    boolean sees = wanted.kind() != AccessKind.LOAD || sees(wanted, entry);
    return sees ? Obstacle.NONE : Obstacle.NOT_SHOWN;
  }

  /** What the program is told: of both halves of DMB the entry has the one that ended the wait. */
  private long seen(long entry) {
    int word = Entry.word(entry);
    if (wanted().location() != Location.DMB_BOTH || word == DmbWord.EXIT) {
      return word;
    }
    return DmbWord.withDoorbell(CoreProgram.id(state), word);
  }

  private boolean sees(CoreOperation operation, long entry) {
    int word = Entry.word(entry);
    return switch (operation.location()) {
      case DMB -> seesDmb(word);
      case DMB_BOTH -> word == DmbWord.EXIT ? seesDmb(word) : seesBell(word);
      default -> owners.show(cell(operation, Entry.slot(entry)), word);
    };
  }

  /** Exit from outside may arrive at any time, and costs nothing of the owners' order. */
  private boolean seesDmb(int word) {
    if (word == DmbWord.EXIT && owners.shown(DMB) != word && outside.takeExit()) {
      owners.set(DMB, word);
    }
    return owners.show(DMB, word);
  }

  /**
   * So may a ring from outside. Exit in the other half would have ended the wait first; the core
   * has just read an id there, and nothing that it read since can stand behind an exit.
   */
  private boolean seesBell(int id) {
    if (owners.shown(BELL) != id && outside.rang(id)) {
      owners.set(BELL, id);
    }
    return owners.show(BELL, id);
  }

  private long shown() {
    int slot = Access.value(CoreProgram.access(tables, state)) & 1;
    return switch (wanted().location()) {
      case PAYLOAD -> owners.shown(cell(wanted(), slot));
      case DMB_BOTH -> owners.shown(BELL);
      default -> owners.shown(cell(wanted(), 0));
    };
  }

  private static int cell(CoreOperation operation, int slot) {
    return operation == CoreOperation.READ_GATE
        ? PostedStores.gate(slot)
        : PostedStores.cell(operation.location(), slot);
  }

  private CoreOperation wanted() {
    return CoreProgram.operation(tables, state);
  }

  private void go(long seen) {
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
