package io.ackfin.crosscheck.inclusion;

import io.ackfin.handshake.Access;
import io.ackfin.handshake.AccessKind;
import io.ackfin.handshake.Book;
import io.ackfin.handshake.Completion;
import io.ackfin.handshake.Effect;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.Room;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.SchedulerProgram;
import java.util.StringJoiner;

/**
 * A core's owners, their joined sequence held against the scheduler's programs. Not thread-safe.
 */
final class OwnerSide {
  private static final long WORD = 0xFFFFFFFFL;

  private final Rules rules;
  private final OwnerSequence entries;
  private final PostedStores core;
  private final PostedStores own;
  private final Taken taken;
  private final Bells bells = new Bells();
  private long state;
  // Where the last entry that was tried would have been placed.
  private long tried;
  private boolean started;
  private boolean looked;
  private boolean gated;
  private boolean closed;
  private boolean gaveUp;
  private int placed;

  /**
   * The owners of a core that was never given anything.
   *
   * @param core the core's stores, which its owners read
   * @param own the owners' stores
   */
  OwnerSide(Rules rules, OwnerSequence entries, PostedStores core, PostedStores own, Taken taken) {
    this.rules = rules;
    this.entries = entries;
    this.core = core;
    this.own = own;
    this.taken = taken;
    state = Book.initial(rules.tables());
    started = !rules.hasStartup();
  }

  /** How many entries are placed. */
  int placed() {
    return placed;
  }

  /** The gated dispatches that nobody of the owners has rung for. */
  Bells bells() {
    return bells;
  }

  /** Whether the owner is between two programs. */
  boolean atRest() {
    return SchedulerProgram.home(state) && !looked;
  }

  /** Whether the core did not answer its last owner in time. */
  boolean gaveUp() {
    return gaveUp;
  }

  /** Places the next entry if nothing is in its way. */
  Obstacle advance() {
    tried = state;
    if (placed == entries.size()) {
      return closed ? Obstacle.NONE : Obstacle.ENDS_EARLY;
    }
    long entry = entries.get(placed);
    if (entries.beginsTenure(placed) && !atRest()) {
      return Obstacle.HANDED_OVER_MIDWAY;
    }
    if (SchedulerProgram.home(state)) {
      Obstacle obstacle = obstacleToBegin(entry);
      if (obstacle != Obstacle.NONE) {
        return obstacle;
      }
      tried = begun(entry);
    }
    Obstacle obstacle = obstacleTo(entry, tried);
    if (obstacle == Obstacle.NONE) {
      if (tried != state) {
        taken.schedulerEdge(state, tried);
      }
      perform(entry, tried);
      placed++;
    }
    return obstacle;
  }

  /** What the owner wants next, in the program that the next entry would begin if it may. */
  Expected expected() {
    if (!SchedulerProgram.home(tried)) {
      return expectedOf(tried);
    }
    return started
        ? new Expected(choices(), Location.NONE, "")
        : expectedOf(SchedulerProgram.beginStartup(rules.tables(), state));
  }

  private Expected expectedOf(long begun) {
    long access = SchedulerProgram.access(rules.tables(), begun);
    String operation = SchedulerProgram.operation(rules.tables(), begun).name();
    return Expected.of(operation, access, core.shown(cell(Access.location(access))));
  }

  private String choices() {
    if (closed) {
      return "nothing";
    }
    if (looked) {
      return SchedulerOperation.BUILD_PAYLOAD.name();
    }
    Room room = Book.room(state);
    StringJoiner names = new StringJoiner(", ");
    if (room != Room.NONE) {
      names.add(SchedulerOperation.BUILD_PAYLOAD.name());
    }
    if (room == Room.PENDING_FREE && rules.mayLook()) {
      names.add(SchedulerOperation.LOOK_AT_COND.name());
    }
    if (Book.busy(state)) {
      names.add(SchedulerOperation.APPLY_COND.name());
    }
    if (!Book.busy(state) || !rules.finished()) {
      names.add(SchedulerOperation.STORE_EXIT.name());
    }
    return names.toString();
  }

  private Obstacle obstacleToBegin(long entry) {
    if (closed) {
      return Obstacle.AFTER_THE_END;
    }
    SchedulerOperation operation = Entry.schedulerOperation(entry);
    if (!started) {
      return Obstacle.NONE;
    }
    if (looked && operation != SchedulerOperation.BUILD_PAYLOAD) {
      return Obstacle.LOOK_WITHOUT_DISPATCH;
    }
    Room room = Book.room(state);
    return switch (operation) {
      case BUILD_PAYLOAD ->
          Entry.isGated(entry) && !rules.hasBell() ? Obstacle.NO_BELL : obstacleToDispatch(room);
      case LOOK_AT_COND -> obstacleToLook(room);
      case APPLY_COND -> Book.busy(state) ? Obstacle.NONE : Obstacle.NOT_BUSY;
      case STORE_BELL -> obstacleToRing(entry);
      case STORE_EXIT ->
          Book.busy(state) && rules.finished() ? Obstacle.NOT_STOPPED : Obstacle.NONE;
      default -> Obstacle.BEGINS_NOTHING;
    };
  }

  private Obstacle obstacleToDispatch(Room room) {
    return switch (room) {
      case NONE -> Obstacle.NO_ROOM;
      case PENDING_FREE ->
          rules.everyPendingNeedsLook() && !looked ? Obstacle.WITHOUT_LOOK : Obstacle.NONE;
      case IDLE -> Obstacle.NONE;
    };
  }

  private Obstacle obstacleToRing(long entry) {
    if (!rules.hasBell()) {
      return Obstacle.NO_BELL;
    }
    return bells.ring(Entry.word(entry)) ? Obstacle.NONE : Obstacle.RINGS_FOR_NOTHING;
  }

  private Obstacle obstacleToLook(Room room) {
    if (!rules.mayLook()) {
      return Obstacle.NEVER_LOOKS;
    }
    return room == Room.PENDING_FREE ? Obstacle.NONE : Obstacle.NO_ROOM;
  }

  private long begun(long entry) {
    if (!started) {
      return SchedulerProgram.beginStartup(rules.tables(), state);
    }
    return switch (Entry.schedulerOperation(entry)) {
      case BUILD_PAYLOAD -> SchedulerProgram.beginDispatch(state, Entry.isGated(entry));
      case LOOK_AT_COND -> SchedulerProgram.beginLook(state);
      case APPLY_COND -> SchedulerProgram.beginPoll(state);
      case STORE_BELL -> SchedulerProgram.beginRing(Entry.word(entry));
      default -> SchedulerProgram.beginExit(state);
    };
  }

  private Obstacle obstacleTo(long entry, long begun) {
    SchedulerOperation wanted = SchedulerProgram.operation(rules.tables(), begun);
    if (Entry.schedulerOperation(entry) != wanted) {
      return Obstacle.OTHER_ACCESS;
    }
    if (wanted.kind() == AccessKind.LOAD) {
      return obstacleToLoad(entry, begun, wanted);
    }
    int value = Access.value(SchedulerProgram.access(rules.tables(), begun));
    boolean payload = wanted.location() == Location.PAYLOAD;
    return value == (payload ? Entry.slot(entry) : Entry.word(entry))
        ? Obstacle.NONE
        : Obstacle.OTHER_WORD;
  }

  private Obstacle obstacleToLoad(long entry, long begun, SchedulerOperation wanted) {
    if (Entry.isEnded(entry) && !endsOtherwise(wanted)) {
      return Obstacle.NO_WAIT;
    }
    if (Entry.isEnded(entry) && rules.finished()) {
      return Obstacle.NOT_STOPPED;
    }
    long next = after(entry, begun);
    if (changesNothing(wanted, begun, next)) {
      return Obstacle.CHANGES_NOTHING;
    }
    if (wanted == SchedulerOperation.APPLY_COND
        && Completion.caseOf(SchedulerProgram.action(next)) != Entry.caseOf(entry)) {
      return Obstacle.OTHER_CASE;
    }
    boolean seen = core.show(cell(wanted.location()), Entry.word(entry));
    return seen ? Obstacle.NONE : Obstacle.NOT_SHOWN;
  }

  /** Whether a wait may have another reason to end than its answer. */
  private static boolean endsOtherwise(SchedulerOperation wanted) {
    return wanted == SchedulerOperation.AWAIT_RUNNING || wanted == SchedulerOperation.AWAIT_EXITED;
  }

  private static boolean changesNothing(SchedulerOperation wanted, long begun, long next) {
    return switch (wanted) {
      case APPLY_COND -> SchedulerProgram.book(next) == SchedulerProgram.book(begun);
      case LOOK_AT_COND -> SchedulerProgram.effect(next) != Effect.MAY_FILL;
      default -> next == begun;
    };
  }

  private long after(long entry, long begun) {
    long ends = Entry.isEnded(entry) ? Access.WAIT_ENDS : 0;
    return SchedulerProgram.after(rules.tables(), begun, (Entry.word(entry) & WORD) | ends);
  }

  private void perform(long entry, long begun) {
    SchedulerOperation operation = Entry.schedulerOperation(entry);
    if (operation.kind() == AccessKind.STORE) {
      post(operation, entry);
    }
    long book = state;
    looked = false;
    state = went(begun, after(entry, begun));
    while (isUnrecorded(SchedulerProgram.operation(rules.tables(), state))) {
      state = went(state, SchedulerProgram.after(rules.tables(), state, 0));
    }
    if (operation == SchedulerOperation.STORE_BELL) {
      // A ring has no book.
      state = book;
    } else if (SchedulerProgram.home(state)) {
      state = SchedulerProgram.book(state);
    }
    if (!atRest()) {
      entries.markMidway(placed);
    }
  }

  private void post(SchedulerOperation operation, long entry) {
    int word = Entry.word(entry);
    if (operation == SchedulerOperation.BUILD_PAYLOAD) {
      gated = Entry.isGated(entry);
      own.post(PostedStores.gate(Entry.slot(entry)), gated ? 1 : 0);
      own.post(PostedStores.cell(Location.PAYLOAD, Entry.slot(entry)), word);
      return;
    }
    if (operation == SchedulerOperation.STORE_ID && gated) {
      bells.dispatched(word);
    }
    own.post(cell(operation.location()), word);
  }

  private long went(long before, long after) {
    Effect effect = taken.schedulerStep(before, after);
    started |= effect == Effect.STARTED;
    looked |= effect == Effect.MAY_FILL;
    gaveUp |= effect == Effect.EXPIRED;
    closed |= gaveUp || effect == Effect.CLOSED;
    return after;
  }

  private static boolean isUnrecorded(SchedulerOperation operation) {
    return operation.kind() == AccessKind.LOCAL || operation.kind() == AccessKind.BARRIER;
  }

  private static int cell(Location location) {
    return PostedStores.cell(location, 0);
  }
}
