package io.ackfin.crosscheck.inclusion;

import io.ackfin.handshake.Access;
import io.ackfin.handshake.AccessKind;
import io.ackfin.handshake.Book;
import io.ackfin.handshake.Completion;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.CoreProgram;
import io.ackfin.handshake.Effect;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Room;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.SchedulerProgram;
import io.ackfin.handshake.Tables;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tries every order of a recording of one core, with every moment at which a posted store or an
 * exit from outside may arrive. Knows nothing of the reason why the check needs no search.
 */
final class NaiveOrder {
  /** Where a search is: entries placed, states of the programs, stores and exits arrived. */
  private record At(
      int core,
      long coreState,
      int owner,
      long ownerState,
      int ownersArrived,
      int coresArrived,
      int exitsArrived,
      boolean exitIsLast) {}

  private record Store(int position, int cell, int word) {}

  /** What an owner's entry leads to. */
  private static final long NOWHERE = -1;

  private final Tables tables;
  private final PendingDispatch paths;
  private final Ending ending;
  private final List<Long> cores = new ArrayList<>();
  private final List<Long> owners = new ArrayList<>();
  private final List<Integer> tenureStarts = new ArrayList<>();
  private final List<Store> coresStores = new ArrayList<>();
  private final List<Store> ownersStores = new ArrayList<>();
  private final boolean hasStartup;
  private final int exits;
  private final Set<At> seen = new HashSet<>();
  private final Deque<At> left = new ArrayDeque<>();

  private NaiveOrder(Tables tables, PendingDispatch paths, Recording recording) {
    this.tables = tables;
    this.paths = paths;
    ending = recording.ending();
    for (int i = 0; i < recording.cores().get(0).size(); i++) {
      long entry = recording.cores().get(0).get(i);
      CoreOperation operation = Entry.coreOperation(entry);
      cores.add(entry);
      if (operation.kind() == AccessKind.STORE) {
        coresStores.add(new Store(i, cell(operation.location(), 0), Entry.word(entry)));
      }
    }
    exits = recording.threads().stream().mapToInt(NaiveOrder::emergencies).sum();
    recording.tenures().forEach(tenure -> join(recording, tenure));
    hasStartup = !SchedulerProgram.home(startup(Book.initial(tables)));
  }

  /** Whether some order of a recording of one core is possible. */
  static boolean exists(Tables tables, PendingDispatch paths, Recording recording) {
    boolean stopped = recording.ending() != Ending.FINISHED;
    boolean honest =
        recording.threads().stream()
            .allMatch(thread -> emergencies(thread) <= (stopped ? 1 : 0) && onlyExits(thread));
    return honest && new NaiveOrder(tables, paths, recording).search();
  }

  private static int emergencies(EntrySequence thread) {
    int count = 0;
    for (int i = 0; i < thread.size(); i++) {
      count += Entry.isEmergency(thread.get(i)) ? 1 : 0;
    }
    return count;
  }

  private static boolean onlyExits(EntrySequence thread) {
    for (int i = 0; i < thread.size(); i++) {
      if (Entry.isEmergency(thread.get(i)) && Entry.word(thread.get(i)) != DmbWord.EXIT) {
        return false;
      }
    }
    return true;
  }

  private void join(Recording recording, Tenure tenure) {
    tenureStarts.add(owners.size());
    for (int i = tenure.from(); i < tenure.to(); i++) {
      long entry = recording.threads().get(tenure.thread()).get(i);
      SchedulerOperation operation = Entry.schedulerOperation(entry);
      if (Entry.isEmergency(entry)) {
        continue;
      }
      if (operation.kind() == AccessKind.STORE) {
        int cell = cell(operation.location(), Entry.slot(entry));
        ownersStores.add(new Store(owners.size(), cell, Entry.word(entry)));
      }
      owners.add(entry);
    }
  }

  private boolean search() {
    reach(new At(0, CoreProgram.start(tables), 0, Book.initial(tables), 0, 0, 0, false));
    while (!left.isEmpty()) {
      At at = left.remove();
      if (ends(at)) {
        return true;
      }
      stepCore(at);
      stepOwner(at);
      arrive(at);
    }
    return false;
  }

  private void reach(At at) {
    if (seen.add(at)) {
      left.add(at);
    }
  }

  private boolean ends(At at) {
    if (at.core() < cores.size() || at.owner() < owners.size()) {
      return false;
    }
    boolean gaveUp = SchedulerProgram.effect(at.ownerState()) == Effect.EXPIRED;
    boolean closed = gaveUp || SchedulerProgram.effect(at.ownerState()) == Effect.CLOSED;
    return ending == Ending.CUT_OFF
        || (closed && (gaveUp || CoreProgram.halted(tables, at.coreState())));
  }

  private void stepCore(At at) {
    long state = at.coreState();
    CoreOperation operation = CoreProgram.operation(tables, state);
    boolean silent =
        operation.kind() == AccessKind.LOCAL
            || (operation.kind() == AccessKind.BARRIER && operation.location() != Location.OUTPUT);
    if (silent) {
      reachCore(at, at.core(), CoreProgram.after(tables, state, 0));
      return;
    }
    if (at.core() == cores.size() || operation.kind() == AccessKind.HALT) {
      return;
    }
    long entry = cores.get(at.core());
    int value = Access.value(CoreProgram.access(tables, state));
    boolean payload = operation.location() == Location.PAYLOAD;
    long next = CoreProgram.after(tables, state, Entry.word(entry));
    if (Entry.coreOperation(entry) == operation
        && (!payload || Entry.slot(entry) == value)
        && (operation.kind() == AccessKind.LOAD
            ? holds(at, true, operation.location(), entry)
            : Entry.word(entry) == value)
        && next != state) {
      reachCore(at, at.core() + 1, next);
    }
  }

  private void reachCore(At at, int placed, long next) {
    reach(
        new At(
            placed,
            next,
            at.owner(),
            at.ownerState(),
            at.ownersArrived(),
            at.coresArrived(),
            at.exitsArrived(),
            at.exitIsLast()));
  }

  private void stepOwner(At at) {
    long state = at.ownerState();
    if (!SchedulerProgram.home(state)) {
      SchedulerOperation operation = SchedulerProgram.operation(tables, state);
      if (operation.kind() == AccessKind.LOCAL || operation.kind() == AccessKind.BARRIER) {
        reachOwner(at, at.owner(), SchedulerProgram.after(tables, state, 0));
        return;
      }
    }
    if (at.owner() == owners.size()) {
      return;
    }
    boolean rests = SchedulerProgram.home(state) && effect(state) != Effect.MAY_FILL;
    if (tenureStarts.contains(at.owner()) && !rests && at.owner() > 0) {
      return;
    }
    for (long begun : SchedulerProgram.home(state) ? beginnings(at) : List.of(state)) {
      long next = afterEntry(at, begun);
      if (next != NOWHERE) {
        reachOwner(at, at.owner() + 1, next);
      }
    }
  }

  private void reachOwner(At at, int placed, long next) {
    reach(
        new At(
            at.core(),
            at.coreState(),
            placed,
            next,
            at.ownersArrived(),
            at.coresArrived(),
            at.exitsArrived(),
            at.exitIsLast()));
  }

  private List<Long> beginnings(At at) {
    long book = SchedulerProgram.book(at.ownerState());
    Effect last = effect(at.ownerState());
    if (last == Effect.CLOSED || last == Effect.EXPIRED) {
      return List.of();
    }
    if (at.owner() == 0 && hasStartup) {
      return List.of(startup(book));
    }
    Room room = Book.room(book);
    boolean looked = last == Effect.MAY_FILL;
    List<Long> begun = new ArrayList<>();
    boolean behind = looked || paths != PendingDispatch.SKIP;
    if (room == Room.IDLE || (room == Room.PENDING_FREE && behind)) {
      begun.add(SchedulerProgram.beginDispatch(book));
    }
    if (looked) {
      return begun;
    }
    if (room == Room.PENDING_FREE && paths != PendingDispatch.SPIN) {
      begun.add(SchedulerProgram.beginLook(book));
    }
    if (Book.busy(book)) {
      begun.add(SchedulerProgram.beginPoll(book));
    }
    if (!Book.busy(book) || ending != Ending.FINISHED) {
      begun.add(SchedulerProgram.beginExit(book));
    }
    return begun;
  }

  /** The state after the next entry, if it is what the program in this state does. */
  private long afterEntry(At at, long begun) {
    long entry = owners.get(at.owner());
    SchedulerOperation operation = SchedulerProgram.operation(tables, begun);
    if (Entry.schedulerOperation(entry) != operation) {
      return NOWHERE;
    }
    int value = Access.value(SchedulerProgram.access(tables, begun));
    if (operation.kind() == AccessKind.STORE) {
      boolean payload = operation.location() == Location.PAYLOAD;
      boolean right = (payload ? Entry.slot(entry) : Entry.word(entry)) == value;
      return right ? SchedulerProgram.after(tables, begun, 0) : NOWHERE;
    }
    boolean ended = Entry.isEnded(entry);
    boolean mayEnd =
        operation == SchedulerOperation.AWAIT_RUNNING
            || operation == SchedulerOperation.AWAIT_EXITED;
    if ((ended && (!mayEnd || ending == Ending.FINISHED))
        || !holds(at, false, operation.location(), entry)) {
      return NOWHERE;
    }
    long word = Entry.word(entry) & 0xFFFFFFFFL;
    long next = SchedulerProgram.after(tables, begun, ended ? word | Access.WAIT_ENDS : word);
    return changes(operation, begun, next, entry) ? next : NOWHERE;
  }

  private static boolean changes(SchedulerOperation operation, long begun, long next, long entry) {
    return switch (operation) {
      case APPLY_COND ->
          SchedulerProgram.book(next) != SchedulerProgram.book(begun)
              && Completion.caseOf(SchedulerProgram.action(next)) == Entry.caseOf(entry);
      case LOOK_AT_COND -> effect(next) == Effect.MAY_FILL;
      default -> next != begun;
    };
  }

  private void arrive(At at) {
    if (at.ownersArrived() < ownersStores.size()
        && ownersStores.get(at.ownersArrived()).position() < at.owner()) {
      boolean dmb = ownersStores.get(at.ownersArrived()).cell() == cell(Location.DMB, 0);
      reachMemory(at, at.ownersArrived() + 1, at.coresArrived(), 0, at.exitIsLast() && !dmb);
    }
    if (at.coresArrived() < coresStores.size()
        && coresStores.get(at.coresArrived()).position() < at.core()) {
      reachMemory(at, at.ownersArrived(), at.coresArrived() + 1, 0, at.exitIsLast());
    }
    if (at.exitsArrived() < exits) {
      reachMemory(at, at.ownersArrived(), at.coresArrived(), 1, true);
    }
  }

  private void reachMemory(At at, int ownersArrived, int coresArrived, int exit, boolean last) {
    reach(
        new At(
            at.core(),
            at.coreState(),
            at.owner(),
            at.ownerState(),
            ownersArrived,
            coresArrived,
            at.exitsArrived() + exit,
            last));
  }

  /** Whether a cell holds what a load saw. */
  private boolean holds(At at, boolean ofOwners, Location location, long load) {
    List<Store> stores = ofOwners ? ownersStores : coresStores;
    int cell = cell(location, Entry.slot(load));
    if (ofOwners && location == Location.DMB && at.exitIsLast()) {
      return Entry.word(load) == DmbWord.EXIT;
    }
    for (int i = (ofOwners ? at.ownersArrived() : at.coresArrived()) - 1; i >= 0; i--) {
      if (stores.get(i).cell() == cell) {
        return stores.get(i).word() == Entry.word(load);
      }
    }
    return switch (location) {
      case DMB -> Entry.word(load) == (hasStartup ? 0 : DmbWord.IDLE);
      case COND -> Entry.word(load) == (hasStartup ? 0 : CondWord.CORE_IDLE);
      case PAYLOAD -> false;
      case HANK -> !hasStartup && Entry.word(load) == 0;
      default -> Entry.word(load) == 0;
    };
  }

  private long startup(long book) {
    return SchedulerProgram.beginStartup(tables, book);
  }

  private static Effect effect(long state) {
    return SchedulerProgram.effect(state);
  }

  private static int cell(Location location, int slot) {
    return 2 * location.ordinal() + slot;
  }
}
