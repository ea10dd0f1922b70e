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
import io.ackfin.protocol.DmbWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A run of one core and the threads that own it in turn, in a random order of their steps and of
 * the arrivals of their posted stores; much wilder than any time that a chip could take. What it
 * records is possible because it happened, unless its memory lies. Where the tables have a doorbell
 * some dispatches are gated, and any thread rings at any time after they are published.
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
  private static final long NO_LOOK = -1;

  // The writers of the memory: the owners together, the core, and each outsider.
  private static final int OWNERS_STORES = 0;
  private static final int CORES_STORES = 1;
  private static final int OUTSIDERS_STORES = 2;

  private final Tables tables;
  private final PendingDispatch paths;
  private final int tasks;
  private final Random random;
  private final Recording.Builder recording =
      new Recording.Builder(1, OWNERS + OUTSIDERS).owns(0, 0);
  private final RandomMemory memory;
  private final List<Integer> gatedIds = new ArrayList<>();
  private long core;
  private long thread;
  private long look = NO_LOOK;
  private int owner;
  private int dispatched;
  private boolean gated;
  private boolean mayFill;
  private boolean stopping;
  private boolean closed;
  private boolean expires;

  private RandomRun(Tables tables, PendingDispatch paths, int tasks, boolean lies, long seed) {
    this.tables = tables;
    this.paths = paths;
    this.tasks = tasks;
    random = new Random(seed);
    core = CoreProgram.start(tables);
    thread = SchedulerProgram.beginStartup(tables, Book.initial(tables));
    boolean started = SchedulerProgram.home(thread);
    memory = new RandomMemory(OUTSIDERS_STORES + OUTSIDERS, started, lies, random);
  }

  /** Runs to the end; one that came to none, as with ids that are too few, is cut off. */
  static Recording of(Tables tables, PendingDispatch paths, int tasks, Stop stop, long seed) {
    return new RandomRun(tables, paths, tasks, false, seed).run(stop);
  }

  /** The same with a memory that lies. */
  static Recording lying(Tables tables, PendingDispatch paths, int tasks, Stop stop, long seed) {
    return new RandomRun(tables, paths, tasks, true, seed).run(stop);
  }

  /** Whether dispatches may be gated. */
  static boolean hasBell(Tables tables) {
    long begun = SchedulerProgram.beginRing(0);
    return SchedulerProgram.operation(tables, begun) == SchedulerOperation.STORE_BELL;
  }

  private Recording run(Stop stop) {
    int stopAt = stop == Stop.NEVER ? MOST_STEPS : random.nextInt(40 * tasks);
    expires = stop == Stop.BY_ANOTHER && random.nextBoolean();
    for (int step = 0; step < MOST_STEPS; step++) {
      if (step == stopAt && !closed) {
        stop(stop);
      }
      List<Runnable> steps = new ArrayList<>();
      addCoreSteps(steps);
      addThreadSteps(steps);
      memory.addArrivals(steps);
      if (steps.isEmpty()) {
        return recording.ended(stopping ? Ending.STOPPED : Ending.FINISHED);
      }
      steps.get(random.nextInt(steps.size())).run();
    }
    return recording.ended(Ending.CUT_OFF);
  }

  private void stop(Stop stop) {
    stopping = true;
    int exits = stop == Stop.BY_ANOTHER ? 1 + random.nextInt(OUTSIDERS) : 0;
    long exit = Entry.ofThread(0, SchedulerOperation.STORE_EXIT, DmbWord.EXIT);
    for (int outsider = 0; outsider < exits; outsider++) {
      int cell = RandomMemory.cell(Location.DMB, 0);
      memory.post(OUTSIDERS_STORES + outsider, cell, DmbWord.EXIT);
      recording.thread(OWNERS + outsider, Entry.emergency(exit));
    }
  }

  private void addCoreSteps(List<Runnable> steps) {
    if (!CoreProgram.halted(tables, core)) {
      steps.add(this::stepCore);
    }
  }

  private void addThreadSteps(List<Runnable> steps) {
    if (!gatedIds.isEmpty()) {
      steps.add(() -> ring(OWNERS + random.nextInt(OUTSIDERS)));
    }
    if (!SchedulerProgram.home(thread)) {
      steps.add(this::stepThread);
      return;
    }
    long book = SchedulerProgram.book(thread);
    boolean left = dispatched < tasks && !stopping;
    if (closed) {
      return;
    }
    if (mayFill) {
      steps.add(() -> begin(left ? beginDispatch(book) : book));
      return;
    }
    steps.add(this::handOver);
    if (!gatedIds.isEmpty()) {
      steps.add(() -> ring(owner));
    }
    if (stopping || (!left && !Book.busy(book))) {
      steps.add(() -> begin(SchedulerProgram.beginExit(book)));
      return;
    }
    if (Book.busy(book)) {
      steps.add(() -> begin(SchedulerProgram.beginPoll(book)));
    }
    addDispatches(steps, book, left);
  }

  private void addDispatches(List<Runnable> steps, long book, boolean left) {
    Room room = Book.room(book);
    boolean behind = room == Room.PENDING_FREE;
    if (left && (room == Room.IDLE || (behind && paths != PendingDispatch.SKIP))) {
      steps.add(() -> begin(beginDispatch(book)));
    }
    if (left && behind && paths != PendingDispatch.SPIN) {
      steps.add(() -> begin(SchedulerProgram.beginLook(book)));
    }
  }

  private long beginDispatch(long book) {
    gated = hasBell(tables) && random.nextBoolean();
    return SchedulerProgram.beginDispatch(book, gated);
  }

  /** Rings for one of the gated dispatches. */
  private void ring(int ringer) {
    int id = gatedIds.remove(random.nextInt(gatedIds.size()));
    int writer = ringer < OWNERS ? OWNERS_STORES : OUTSIDERS_STORES + ringer - OWNERS;
    memory.post(writer, RandomMemory.cell(Location.BELL, 0), id);
    recording.thread(ringer, Entry.ofThread(0, SchedulerOperation.STORE_BELL, id));
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

  private void stepCore() {
    CoreOperation operation = CoreProgram.operation(tables, core);
    int value = Access.value(CoreProgram.access(tables, core));
    long seen = operation.kind() == AccessKind.LOAD ? coreLoads(operation, value) : 0;
    long next = CoreProgram.after(tables, core, seen);
    if (next == core) {
      return;
    }
    if (operation.kind() == AccessKind.STORE) {
      memory.post(CORES_STORES, RandomMemory.cell(operation.location(), 0), value);
      recording.core(0, Entry.ofCore(operation, value));
    } else if (operation.location() == Location.PAYLOAD) {
      recording.core(0, Entry.ofCorePayload(operation, value, (int) seen));
    } else if (operation == CoreOperation.AWAIT_BELL) {
      boolean exit = DmbWord.id(seen) == DmbWord.EXIT;
      recording.core(0, Entry.ofCore(operation, exit ? DmbWord.EXIT : DmbWord.doorbell(seen)));
    } else if (operation.kind() == AccessKind.LOAD || operation.location() == Location.OUTPUT) {
      recording.core(0, Entry.ofCore(operation, (int) seen));
    }
    core = next;
  }

  private long coreLoads(CoreOperation operation, int value) {
    return switch (operation.location()) {
      case PAYLOAD ->
          operation == CoreOperation.READ_GATE
              ? memory.load(RandomMemory.gate(value))
              : memory.load(RandomMemory.cell(Location.PAYLOAD, value));
      case DMB_BOTH -> {
        int id = memory.load(RandomMemory.cell(Location.DMB, 0));
        yield DmbWord.withDoorbell(id, memory.load(RandomMemory.cell(Location.BELL, 0)));
      }
      default -> memory.load(RandomMemory.cell(operation.location(), 0));
    };
  }

  private void stepThread() {
    SchedulerOperation operation = SchedulerProgram.operation(tables, thread);
    int value = Access.value(SchedulerProgram.access(tables, thread));
    switch (operation.kind()) {
      case LOAD -> load(operation);
      case STORE -> store(operation, value);
      default -> thread = SchedulerProgram.after(tables, thread, 0);
    }
    Effect effect = SchedulerProgram.effect(thread);
    closed |= effect == Effect.CLOSED || effect == Effect.EXPIRED;
    mayFill = effect == Effect.MAY_FILL;
  }

  private void load(SchedulerOperation operation) {
    long before = thread;
    int word = memory.load(RandomMemory.cell(operation.location(), 0));
    long seen = word & 0xFFFFFFFFL;
    thread = SchedulerProgram.after(tables, before, seen);
    boolean ended = thread == before && mayEnd(operation);
    if (ended) {
      thread = SchedulerProgram.after(tables, before, seen | Access.WAIT_ENDS);
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
    if (operation == SchedulerOperation.BUILD_PAYLOAD) {
      build(value);
    } else {
      memory.post(OWNERS_STORES, RandomMemory.cell(operation.location(), 0), value);
      recording.thread(owner, Entry.ofThread(0, operation, value));
    }
    if (operation == SchedulerOperation.STORE_ID) {
      dispatched++;
      if (gated) {
        gatedIds.add(value);
      }
    }
    look = NO_LOOK;
    thread = SchedulerProgram.after(tables, thread, 0);
  }

  private void build(int slot) {
    if (look != NO_LOOK) {
      recording.thread(owner, look);
    }
    memory.post(OWNERS_STORES, RandomMemory.gate(slot), gated ? 1 : 0);
    memory.post(OWNERS_STORES, RandomMemory.cell(Location.PAYLOAD, slot), dispatched);
    long entry = Entry.payload(0, slot, dispatched);
    recording.thread(owner, gated ? Entry.gated(entry) : entry);
  }
}
