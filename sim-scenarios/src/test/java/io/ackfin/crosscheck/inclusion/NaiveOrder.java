package io.ackfin.crosscheck.inclusion;

import io.ackfin.crosscheck.inclusion.NaiveMemory.Arrived;
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
import io.ackfin.protocol.DmbWord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tries every order of a recording of one core, with every moment at which a posted store or one
 * from outside may arrive. Knows nothing of the reason why the check needs no search.
 */
final class NaiveOrder {
  /** Where a search is: entries placed, states of the programs, what has arrived. */
  private record At(int core, long coreState, int owner, long ownerState, Arrived arrived) {}

  /** What an owner's entry leads to if it does not fit. */
  private static final long NOWHERE = -1;

  private final Tables tables;
  private final PendingDispatch paths;
  private final Ending ending;
  private final List<Long> cores = new ArrayList<>();
  private final List<Long> owners = new ArrayList<>();
  private final List<Integer> tenureStarts = new ArrayList<>();
  private final boolean hasStartup;
  private final NaiveMemory memory;
  private final Set<At> seen = new HashSet<>();
  private final Deque<At> left = new ArrayDeque<>();

  private NaiveOrder(Tables tables, PendingDispatch paths, Recording recording) {
    this.tables = tables;
    this.paths = paths;
    ending = recording.ending();
    hasStartup = !SchedulerProgram.home(startup(Book.initial(tables)));
    memory = new NaiveMemory(hasStartup);
    for (long entry : entries(recording.cores().get(0))) {
      memory.addOfCore(cores.size(), entry);
      cores.add(entry);
    }
    recording.tenures().forEach(tenure -> join(recording, tenure));
    for (long entry : NaiveThreads.ofOthers(recording)) {
      if (Entry.isEmergency(entry)) {
        memory.addExit();
      } else {
        memory.addRing(Entry.word(entry));
      }
    }
  }

  /** Whether some order of a recording of one core is possible. */
  static boolean exists(Tables tables, PendingDispatch paths, Recording recording) {
    return NaiveThreads.arePossible(recording) && new NaiveOrder(tables, paths, recording).search();
  }

  /** The entries of a sequence. */
  static List<Long> entries(EntrySequence sequence) {
    List<Long> entries = new ArrayList<>();
    for (int i = 0; i < sequence.size(); i++) {
      entries.add(sequence.get(i));
    }
    return entries;
  }

  private void join(Recording recording, Tenure tenure) {
    tenureStarts.add(owners.size());
    List<Long> thread = entries(recording.threads().get(tenure.thread()));
    for (long entry : thread.subList(tenure.from(), tenure.to())) {
      if (!Entry.isEmergency(entry)) {
        memory.addOfOwner(owners.size(), entry);
        owners.add(entry);
      }
    }
  }

  private boolean search() {
    reach(new At(0, CoreProgram.start(tables), 0, Book.initial(tables), Arrived.NOTHING));
    while (!left.isEmpty()) {
      At at = left.remove();
      if (ends(at)) {
        return true;
      }
      stepCore(at);
      stepOwner(at);
      for (Arrived arrived : memory.next(at.arrived(), at.core(), at.owner())) {
        reach(new At(at.core(), at.coreState(), at.owner(), at.ownerState(), arrived));
      }
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
    long next = CoreProgram.after(tables, state, seen(operation, state, entry));
    if (Entry.coreOperation(entry) == operation
        && (!payload || Entry.slot(entry) == value)
        && (operation.kind() == AccessKind.LOAD
            ? memory.holdsForCore(at.arrived(), entry)
            : Entry.word(entry) == value)
        && next != state) {
      reachCore(at, at.core() + 1, next);
    }
  }

  /** Of both halves of DMB, the one that ended the wait beside one that does not. */
  private static long seen(CoreOperation operation, long state, long entry) {
    int word = Entry.word(entry);
    boolean bell = operation == CoreOperation.AWAIT_BELL && word != DmbWord.EXIT;
    return bell ? DmbWord.withDoorbell(CoreProgram.id(state), word) : word;
  }

  private void reachCore(At at, int placed, long next) {
    reach(new At(placed, next, at.owner(), at.ownerState(), at.arrived()));
  }

  private void stepOwner(At at) {
    long state = at.ownerState();
    SchedulerOperation operation = SchedulerProgram.operation(tables, state);
    if (operation.kind() == AccessKind.LOCAL || operation.kind() == AccessKind.BARRIER) {
      reachOwner(at, at.owner(), SchedulerProgram.after(tables, state, 0));
      return;
    }
    boolean home = SchedulerProgram.home(state);
    boolean rests = home && effect(state) != Effect.MAY_FILL;
    boolean changesHands = at.owner() > 0 && tenureStarts.contains(at.owner());
    if (at.owner() == owners.size() || (changesHands && !rests)) {
      return;
    }
    if (home && rings(owners.get(at.owner()))) {
      if (rests && mayGoOn(at)) {
        reachOwner(at, at.owner() + 1, state);
      }
      return;
    }
    for (long begun : home ? beginnings(at) : List.of(state)) {
      long next = afterEntry(at, begun);
      if (next != NOWHERE) {
        reachOwner(at, at.owner() + 1, next);
      }
    }
  }

  private static boolean rings(long entry) {
    return Entry.schedulerOperation(entry) == SchedulerOperation.STORE_BELL;
  }

  /** Whether the core is started and not closed. */
  private boolean mayGoOn(At at) {
    Effect last = effect(at.ownerState());
    boolean begun = at.owner() > 0 || !hasStartup;
    return begun && last != Effect.CLOSED && last != Effect.EXPIRED;
  }

  private void reachOwner(At at, int placed, long next) {
    reach(new At(at.core(), at.coreState(), placed, next, at.arrived()));
  }

  private List<Long> beginnings(At at) {
    long book = SchedulerProgram.book(at.ownerState());
    if (at.owner() == 0 && hasStartup) {
      return List.of(startup(book));
    }
    if (!mayGoOn(at)) {
      return List.of();
    }
    Room room = Book.room(book);
    boolean looked = effect(at.ownerState()) == Effect.MAY_FILL;
    List<Long> begun = new ArrayList<>();
    boolean behind = looked || paths != PendingDispatch.SKIP;
    boolean gated = Entry.isGated(owners.get(at.owner()));
    if (gated && !RandomRun.hasBell(tables)) {
      return begun;
    }
    if (room == Room.IDLE || (room == Room.PENDING_FREE && behind)) {
      begun.add(SchedulerProgram.beginDispatch(book, gated));
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
        || !memory.holdsForOwner(at.arrived(), operation.location(), Entry.word(entry))) {
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

  private long startup(long book) {
    return SchedulerProgram.beginStartup(tables, book);
  }

  private static Effect effect(long state) {
    return SchedulerProgram.effect(state);
  }
}
