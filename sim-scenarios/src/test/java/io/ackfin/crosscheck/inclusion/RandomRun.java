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
import java.util.List;
import java.util.Random;

/**
 * A run of one core and the threads that own it in turn, in a random order of their steps and of
 * the arrivals of their posted stores; much wilder than any time that a chip could take. What it
 * records is possible because it happened, unless its memory lies: then a load now and then sees a
 * word that was stored to its place earlier or is still on its way.
 */
final class RandomRun {
  /** How the run may end. */
  enum Stop {
    NEVER,
    BY_OWNER,
    /** One or two other threads tell the core to leave; its owner may give up waiting. */
    BY_ANOTHER
  }

  private static final int OWNERS = 2;
  private static final int OUTSIDERS = 2;
  private static final int MOST_STEPS = 20_000;
  private static final int ONE_LIE_IN = 10;
  private static final int NOT_BUILT = -1;
  private static final long NO_LOOK = -1;

  private record Store(int cell, int word) {}

  private final Tables tables;
  private final PendingDispatch paths;
  private final int tasks;
  private final boolean lies;
  private final Random random;
  private final Recording.Builder recording = new Recording.Builder(1, OWNERS + OUTSIDERS);
  private final int[] memory = new int[2 * Location.values().length];
  private final List<List<Integer>> everStored = new ArrayList<>();
  private final Deque<Store> ownersStores = new ArrayDeque<>();
  private final Deque<Store> coresStores = new ArrayDeque<>();
  private long core;
  private long thread;
  private long look = NO_LOOK;
  private int owner;
  private int dispatched;
  private boolean mayFill;
  private boolean stopping;
  private int exitsOnTheirWay;
  private boolean closed;
  private boolean expires;

  private RandomRun(Tables tables, PendingDispatch paths, int tasks, boolean lies, long seed) {
    this.tables = tables;
    this.paths = paths;
    this.tasks = tasks;
    this.lies = lies;
    random = new Random(seed);
    core = CoreProgram.start(tables);
    thread = SchedulerProgram.beginStartup(tables, Book.initial(tables));
    for (int slot = 0; slot < 2; slot++) {
      memory[cell(Location.PAYLOAD, slot)] = NOT_BUILT;
    }
    if (SchedulerProgram.home(thread)) {
      memory[cell(Location.DMB, 0)] = DmbWord.IDLE;
      memory[cell(Location.COND, 0)] = CondWord.CORE_IDLE;
    }
    for (int word : memory) {
      everStored.add(new ArrayList<>(List.of(word)));
    }
    recording.owns(0, 0);
  }

  /** Runs to the end; one that came to none, as with ids that are too few, is cut off. */
  static Recording of(Tables tables, PendingDispatch paths, int tasks, Stop stop, long seed) {
    return new RandomRun(tables, paths, tasks, false, seed).run(stop);
  }

  /** The same with a memory that lies. */
  static Recording lying(Tables tables, PendingDispatch paths, int tasks, Stop stop, long seed) {
    return new RandomRun(tables, paths, tasks, true, seed).run(stop);
  }

  private Recording run(Stop stop) {
    int stopAt = stop == Stop.NEVER ? MOST_STEPS : random.nextInt(40 * tasks);
    expires = stop == Stop.BY_ANOTHER && random.nextBoolean();
    for (int step = 0; step < MOST_STEPS; step++) {
      if (step == stopAt && !closed) {
        stop(stop);
      }
      List<Runnable> steps = steps();
      if (steps.isEmpty()) {
        return recording.ended(stopping ? Ending.STOPPED : Ending.FINISHED);
      }
      steps.get(random.nextInt(steps.size())).run();
    }
    return recording.ended(Ending.CUT_OFF);
  }

  private void stop(Stop stop) {
    stopping = true;
    if (stop == Stop.BY_ANOTHER) {
      exitsOnTheirWay = 1 + random.nextInt(OUTSIDERS);
      long exit = Entry.ofThread(0, SchedulerOperation.STORE_EXIT, DmbWord.EXIT);
      for (int outsider = 0; outsider < exitsOnTheirWay; outsider++) {
        recording.thread(OWNERS + outsider, Entry.emergency(exit));
      }
    }
  }

  private List<Runnable> steps() {
    List<Runnable> steps = new ArrayList<>();
    if (!CoreProgram.halted(tables, core)) {
      steps.add(this::stepCore);
    }
    addThreadSteps(steps);
    if (!ownersStores.isEmpty()) {
      steps.add(() -> arrive(ownersStores));
    }
    if (!coresStores.isEmpty()) {
      steps.add(() -> arrive(coresStores));
    }
    if (exitsOnTheirWay > 0) {
      steps.add(
          () -> {
            memory[cell(Location.DMB, 0)] = DmbWord.EXIT;
            exitsOnTheirWay--;
          });
    }
    return steps;
  }

  private void addThreadSteps(List<Runnable> steps) {
    if (!SchedulerProgram.home(thread)) {
      steps.add(this::stepThread);
      return;
    }
    long book = SchedulerProgram.book(thread);
    if (closed) {
      return;
    }
    boolean left = dispatched < tasks && !stopping;
    Room room = Book.room(book);
    if (mayFill) {
      steps.add(() -> begin(left ? SchedulerProgram.beginDispatch(book) : book));
      return;
    }
    steps.add(this::handOver);
    if (stopping || (!left && !Book.busy(book))) {
      steps.add(() -> begin(SchedulerProgram.beginExit(book)));
      return;
    }
    if (Book.busy(book)) {
      steps.add(() -> begin(SchedulerProgram.beginPoll(book)));
    }
    if (left
        && (room == Room.IDLE || (room == Room.PENDING_FREE && paths != PendingDispatch.SKIP))) {
      steps.add(() -> begin(SchedulerProgram.beginDispatch(book)));
    }
    if (left && room == Room.PENDING_FREE && paths != PendingDispatch.SPIN) {
      steps.add(() -> begin(SchedulerProgram.beginLook(book)));
    }
  }

  private void handOver() {
    if (random.nextInt(4) == 0) {
      owner = 1 - owner;
      recording.owns(owner, 0);
    }
  }

  private void begin(long begun) {
    mayFill = false;
    thread = begun;
    if (SchedulerProgram.home(begun)) {
      look = NO_LOOK;
    } else {
      stepThread();
    }
  }

  private void arrive(Deque<Store> stores) {
    Store store = stores.remove();
    memory[store.cell()] = store.word();
  }

  private void stepCore() {
    CoreOperation operation = CoreProgram.operation(tables, core);
    long access = CoreProgram.access(tables, core);
    int value = Access.value(access);
    boolean payload = operation.location() == Location.PAYLOAD;
    int seen =
        operation.kind() == AccessKind.LOAD ? seen(operation.location(), payload ? value : 0) : 0;
    long next = CoreProgram.after(tables, core, seen);
    if (next == core) {
      return;
    }
    if (operation.kind() == AccessKind.STORE) {
      post(coresStores, cell(operation.location(), 0), value);
      recording.core(0, Entry.ofCore(operation, value));
    } else if (payload) {
      recording.core(0, Entry.ofCorePayload(operation, value, seen));
    } else if (operation.kind() == AccessKind.LOAD || operation.location() == Location.OUTPUT) {
      recording.core(0, Entry.ofCore(operation, seen));
    }
    core = next;
  }

  private void stepThread() {
    SchedulerOperation operation = SchedulerProgram.operation(tables, thread);
    long before = thread;
    int value = Access.value(SchedulerProgram.access(tables, before));
    switch (operation.kind()) {
      case LOAD -> load(operation);
      case STORE -> store(operation, value);
      default -> thread = SchedulerProgram.after(tables, before, 0);
    }
    Effect effect = SchedulerProgram.effect(thread);
    closed |= effect == Effect.CLOSED || effect == Effect.EXPIRED;
    mayFill = effect == Effect.MAY_FILL;
  }

  private void load(SchedulerOperation operation) {
    long before = thread;
    int word = seen(operation.location(), 0);
    thread = SchedulerProgram.after(tables, before, word & 0xFFFFFFFFL);
    boolean ended = thread == before && mayEnd(operation);
    if (ended) {
      thread = SchedulerProgram.after(tables, before, (word & 0xFFFFFFFFL) | Access.WAIT_ENDS);
    }
    long entry = Entry.ofThread(0, operation, word);
    if (operation == SchedulerOperation.LOOK_AT_COND) {
      look = SchedulerProgram.effect(thread) == Effect.MAY_FILL ? entry : NO_LOOK;
    } else if (operation == SchedulerOperation.APPLY_COND) {
      if (SchedulerProgram.book(thread) != SchedulerProgram.book(before)) {
        int action = SchedulerProgram.action(thread);
        recording.thread(owner, Entry.poll(0, word, Completion.caseOf(action)));
      }
    } else if (thread != before) {
      recording.thread(owner, ended ? Entry.ended(entry) : entry);
    }
  }

  private boolean mayEnd(SchedulerOperation operation) {
    return switch (operation) {
      case AWAIT_RUNNING -> stopping;
      case AWAIT_EXITED -> stopping && expires && random.nextInt(10) == 0;
      default -> false;
    };
  }

  private void store(SchedulerOperation operation, int value) {
    if (operation != SchedulerOperation.BUILD_PAYLOAD) {
      dispatched += operation == SchedulerOperation.STORE_ID ? 1 : 0;
      post(ownersStores, cell(operation.location(), 0), value);
      recording.thread(owner, Entry.ofThread(0, operation, value));
    } else {
      if (look != NO_LOOK) {
        recording.thread(owner, look);
      }
      post(ownersStores, cell(Location.PAYLOAD, value), dispatched);
      recording.thread(owner, Entry.payload(0, value, dispatched));
    }
    look = NO_LOOK;
    thread = SchedulerProgram.after(tables, thread, 0);
  }

  private void post(Deque<Store> stores, int cell, int word) {
    stores.add(new Store(cell, word));
    everStored.get(cell).add(word);
  }

  private int seen(Location location, int slot) {
    int cell = cell(location, slot);
    List<Integer> words = everStored.get(cell);
    boolean lie = lies && random.nextInt(ONE_LIE_IN) == 0;
    return lie ? words.get(random.nextInt(words.size())) : memory[cell];
  }

  private static int cell(Location location, int slot) {
    return 2 * location.ordinal() + slot;
  }
}
