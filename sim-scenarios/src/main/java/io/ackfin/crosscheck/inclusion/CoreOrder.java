package io.ackfin.crosscheck.inclusion;

import io.ackfin.handshake.AccessKind;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for an order of one core's sequence and its owners'. Both go on in turn as far as they can;
 * neither can be too fast, since a store that is issued earlier only allows more. Where both stand,
 * no order goes further.
 */
final class CoreOrder {
  private static final int SHOWN_BEFORE = 10;

  private final int number;
  private final Rules rules;
  private final EntrySequence coreEntries;
  private final OwnerSequence ownerEntries;
  private final PostedStores coreStores = new PostedStores();
  private final PostedStores ownerStores = new PostedStores();
  private final CoreSide core;
  private final OwnerSide owner;
  private Obstacle coreObstacle = Obstacle.NONE;
  private Obstacle ownerObstacle = Obstacle.NONE;
  private long tries;

  CoreOrder(int number, Recording recording, List<ThreadSide> threads, Rules rules, Taken taken) {
    this.number = number;
    this.rules = rules;
    coreEntries = recording.cores().get(number);
    ownerEntries = new OwnerSequence(number, recording.tenures(), threads);
    OutsideStores outside = new OutsideStores();
    threads.forEach(thread -> thread.addStores(number, outside));
    core = new CoreSide(rules.tables(), coreEntries, ownerStores, coreStores, taken, outside);
    owner = new OwnerSide(rules, ownerEntries, coreStores, ownerStores, taken);
    set(ownerStores, 0, Location.BELL);
    if (rules.hasStartup()) {
      set(ownerStores, 0, Location.DMB, Location.AICPU_READY, Location.WINDOW_SAID);
      set(coreStores, 0, Location.COND, Location.CORE_REPORT, Location.AICORE_DONE);
    } else {
      set(ownerStores, DmbWord.IDLE, Location.DMB);
      set(ownerStores, 0, Location.HANK);
      set(coreStores, CondWord.CORE_IDLE, Location.COND);
    }
  }

  /** Places what can be placed; returns how much was looked at. */
  long search() {
    int before;
    do {
      before = core.placed() + owner.placed();
      placeCore();
      placeOwner();
    } while (core.placed() + owner.placed() > before);
    if (rules.cutOff() || owner.gaveUp()) {
      coreObstacle = endless(coreObstacle);
    }
    if (rules.cutOff()) {
      ownerObstacle = endless(ownerObstacle);
    }
    if (owner.placed() < ownerEntries.size()) {
      owner.bells().leaveIncomplete();
    }
    return tries + coreStores.steps() + ownerStores.steps();
  }

  /** Why there is no order, if there is none. */
  Optional<InclusionProblem> problem() {
    return coreObstacle == Obstacle.NONE && ownerObstacle == Obstacle.NONE
        ? Optional.empty()
        : Optional.of(new InclusionProblem.NoOrder(number, corePoint(), ownerPoint()));
  }

  /** The gated dispatches that no owner has rung for. */
  Bells bells() {
    return owner.bells();
  }

  /** What is in the way of a side of which nobody says that it came to its end. */
  private static Obstacle endless(Obstacle obstacle) {
    return obstacle == Obstacle.ENDS_EARLY ? Obstacle.NONE : obstacle;
  }

  private void placeCore() {
    int before;
    do {
      before = core.placed();
      coreObstacle = core.advance();
      tries++;
    } while (core.placed() > before);
  }

  private void placeOwner() {
    int before;
    do {
      before = owner.placed();
      ownerObstacle = owner.advance();
      tries++;
    } while (owner.placed() > before);
  }

  private FurthestPoint corePoint() {
    int at = core.placed();
    boolean ended = at == coreEntries.size();
    List<String> before = new ArrayList<>();
    for (int i = Math.max(0, at - SHOWN_BEFORE); i < at; i++) {
      before.add("#" + i + " " + Words.ofCore(coreEntries.get(i)));
    }
    return new FurthestPoint(
        "core " + number,
        at,
        coreEntries.size(),
        ended ? "" : Words.ofCore(coreEntries.get(at)),
        coreObstacle,
        coreObstacle == Obstacle.NOT_SHOWN ? storedByOwner(coreEntries.get(at)) : "",
        core.expected(),
        before);
  }

  private FurthestPoint ownerPoint() {
    int at = owner.placed();
    boolean ended = at == ownerEntries.size();
    List<String> before = new ArrayList<>();
    for (int i = Math.max(0, at - SHOWN_BEFORE); i < at; i++) {
      before.add("#" + i + " " + ownerText(i));
    }
    return new FurthestPoint(
        "owners of core " + number,
        at,
        ownerEntries.size(),
        ended ? "" : ownerText(at),
        ownerObstacle,
        ownerObstacle == Obstacle.NOT_SHOWN ? storedByCore(ownerEntries.get(at)) : "",
        owner.expected(),
        before);
  }

  private String ownerText(int position) {
    return "thread "
        + ownerEntries.thread(position)
        + " "
        + Words.ofThread(ownerEntries.get(position));
  }

  /** Where the store comes from that a core's load saw. */
  private String storedByOwner(long load) {
    for (int at = owner.placed(); at < ownerEntries.size(); at++) {
      if (isSeenBy(load, ownerEntries.get(at))) {
        return "its owners store that only with #" + at;
      }
    }
    return "its owners do not store that from here on";
  }

  private static boolean isSeenBy(long load, long entry) {
    SchedulerOperation operation = Entry.schedulerOperation(entry);
    boolean isSameWord = Entry.word(load) == Entry.word(entry);
    return switch (Entry.coreOperation(load)) {
      case READ_GATE ->
          operation == SchedulerOperation.BUILD_PAYLOAD
              && Entry.slot(load) == Entry.slot(entry)
              && Entry.isGated(entry) == (Entry.word(load) != 0);
      case AWAIT_BELL ->
          isSameWord
              && (operation == SchedulerOperation.STORE_BELL
                  || operation == SchedulerOperation.STORE_EXIT);
      default ->
          isSameWord
              && operation.kind() == AccessKind.STORE
              && operation.location() == Entry.coreOperation(load).location()
              && Entry.slot(load) == Entry.slot(entry);
    };
  }

  /** Where the store comes from that an owner's load saw. */
  private String storedByCore(long load) {
    Location location = Entry.schedulerOperation(load).location();
    for (int at = core.placed(); at < coreEntries.size(); at++) {
      long entry = coreEntries.get(at);
      CoreOperation operation = Entry.coreOperation(entry);
      if (operation.kind() == AccessKind.STORE
          && operation.location() == location
          && Entry.word(load) == Entry.word(entry)) {
        return "the core stores that only with #" + at;
      }
    }
    return "the core does not store that from here on";
  }

  private static void set(PostedStores stores, int word, Location... locations) {
    for (Location location : locations) {
      stores.set(PostedStores.cell(location, 0), word);
    }
  }
}
