package io.ackfin.verify.naive;

import io.ackfin.handshake.Book;
import io.ackfin.handshake.SchedulerProgram;
import io.ackfin.protocol.KernelSync;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.naive.Core.Life;
import io.ackfin.verify.naive.Core.Mark;
import io.ackfin.verify.naive.Walker.Dispatch;
import io.ackfin.verify.naive.Walker.Offer;
import java.util.Arrays;
import java.util.List;

/**
 * The text that tells situations apart: everything that decides what may happen, or that an
 * invariant will ask about, in a fixed order; a component that nothing asks about any more stands
 * as "-". Equal texts are one situation of the search.
 */
final class SituationKey {
  private static final String DEAD = "-";

  private final World world;
  private final BoundedSystem system;
  private final Situation now;
  private final StringBuilder text = new StringBuilder(512);

  private SituationKey(World world, Situation now) {
    this.world = world;
    this.now = now;
    system = world.system();
  }

  static String of(World world, Situation now) {
    SituationKey key = new SituationKey(world, now);
    now.cores.forEach(key::core);
    now.walkers().forEach(key::walker);
    key.shared();
    return key.text.toString();
  }

  private void put(String name, boolean live, Object value) {
    text.append(name).append('=').append(live ? value : DEAD).append(' ');
  }

  private void core(Core core) {
    boolean runs = !core.halted(world.tables());
    boolean owned = core.life != Life.LEFT;
    boolean starting = core.life == Life.UNSTARTED;
    boolean counts = owned && !now.stopping;
    boolean goesOn = runs || owned;
    boolean slotsAsked = owned || awaitsAPayload(core);
    text.append("core ").append(core.number).append(": ");
    put("life", true, core.life);
    put("program", runs, Long.toHexString(core.program));
    put("book", owned, Long.toHexString(core.book));
    put("busy", goesOn, Book.busy(core.book));
    put("dispatched", goesOn, core.dispatched);
    put("handling", goesOn, core.handling);
    put("dmb", runs, dmb(core.memory.get(Cell.DMB)));
    put("bell", runs && system.gated(), core.memory.get(Cell.BELL).value());
    put("cond", owned, Integer.toHexString(core.memory.get(Cell.COND).value()));
    put("hank", runs, core.memory.get(Cell.HANK).value());
    put("payload0", runs, payload(core.memory.get(Cell.PAYLOAD_0)));
    put("payload1", runs, payload(core.memory.get(Cell.PAYLOAD_1)));
    put("called", starting, core.memory.get(Cell.AICPU_READY).value());
    put("reported", starting, core.memory.get(Cell.CORE_REPORT).value());
    put("said", starting, core.memory.get(Cell.WINDOW_SAID).value());
    put("done", starting, core.memory.get(Cell.AICORE_DONE).value());
    put("cached", runs, cached(core));
    put("kernel", runs && world.meets(core.kernel), of(core.kernel) + " " + core.arrived);
    put("started", goesOn, core.with(Mark.STARTED));
    put("slot1", slotsAsked, core.with(Mark.IN_SLOT_ONE) & ~core.with(Mark.ENDED));
    put("published", slotsAsked, core.with(Mark.PUBLISHED) & ~core.with(Mark.ENDED));
    put("outputs", true, core.outputs);
    put("record0", counts && inUse(core, 0), record(core, 0));
    put("record1", counts && inUse(core, 1), record(core, 1));
    text.append('\n');
  }

  private boolean awaitsAPayload(Core core) {
    return now.threads.stream()
        .flatMap(thread -> thread.posted.stream())
        .anyMatch(store -> store.core() == core.number && store.cell().isPayload());
  }

  private static String dmb(Word word) {
    return Integer.toHexString(word.value()) + "#" + word.subtask().ordinal();
  }

  private String payload(Word word) {
    return "#" + of(word.subtask()) + (word.value() == 0 ? "" : " gated");
  }

  /**
   * The dispatch, and where someone may ask for it the task and subslot: where kernels of a task
   * wait for each other or a task for its producer.
   */
  private String of(Subtask subtask) {
    int ordinal = subtask.ordinal();
    boolean asked = system.kernelSync() != KernelSync.NONE || system.gated();
    return ordinal == 0 || !asked
        ? Integer.toString(ordinal)
        : ordinal + " " + subtask.task() + "/" + subtask.subslot();
  }

  private String cached(Core core) {
    StringBuilder lines = new StringBuilder();
    core.cached.forEach(
        (cell, word) -> lines.append(cell).append(cell.isPayload() ? payload(word) : word.value()));
    return lines.toString();
  }

  private static boolean inUse(Core core, int record) {
    boolean running = Book.runningRecord(core.book) == record;
    return running ? Book.busy(core.book) : Book.pending(core.book);
  }

  private String record(Core core, int record) {
    Subtask subtask = core.records.get(record);
    boolean output = core.has(Mark.OUTPUT, subtask.ordinal());
    boolean completed = core.has(Mark.COMPLETED, subtask.ordinal());
    return of(subtask) + (completed ? " completed" : output ? " output" : "");
  }

  private void walker(Walker walker) {
    text.append("thread ").append(walker.number).append(": ");
    boolean walks = walker.core != Walker.NO_CORE;
    put("core", walks, walker.core);
    put("program", walks, SchedulerProgram.position(walker.program));
    put("dispatch", walker.dispatch != null, dispatch(walker.dispatch));
    put("offer", walker.offer != null, offer(walker.offer));
    put("rings", true, walker.owesRings);
    put("recheck", true, walker.owesRecheck);
    put("posted", true, posted(walker.posted));
    text.append('\n');
  }

  /** The place of a task of one subtask is the core that its dispatch is at. */
  private String dispatch(Dispatch dispatch) {
    if (dispatch == null) {
      return "";
    }
    boolean alone = world.shape(dispatch.task()).singleCore();
    String where = alone ? "" : " at " + dispatch.place();
    return dispatch.task() + (dispatch.gated() ? " gated" : "") + where + " " + dispatch.next();
  }

  private static String offer(Offer offer) {
    return offer == null ? "" : offer.core() + " " + offer.shape();
  }

  private String posted(List<Store> stores) {
    StringBuilder queue = new StringBuilder();
    for (Store store : stores) {
      queue.append(store.core()).append(store.cell());
      queue.append(store.cell().isPayload() ? payload(store.word()) : dmb(store.word()));
      queue.append(',');
    }
    return queue.toString();
  }

  private void shared() {
    text.append("all: ");
    put("stopping", true, now.stopping);
    put("exits", true, now.owedExits);
    put("pool", true, now.pool);
    put("done", !now.stopping, Arrays.stream(now.done).map(Integer::bitCount).sum());
    put("producer", system.gated(), now.done[1]);
    put("started", system.kernelSync() == KernelSync.START, siblings(now.started));
    put("arrived", system.kernelSync() == KernelSync.BARRIER, siblings(now.arrived));
    put("unrung", true, unrung());
    put("owners", true, now.owners);
    put("handedOver", !now.stopping, now.handedOver);
  }

  /** Of the tasks with siblings, whose kernels alone wait for each other. */
  private String siblings(int[] masks) {
    StringBuilder tasks = new StringBuilder();
    for (int task = 1; task < masks.length; task++) {
      tasks.append(world.shape(task).singleCore() ? 0 : masks[task]).append(',');
    }
    return tasks.toString();
  }

  private String unrung() {
    StringBuilder dispatches = new StringBuilder();
    now.unrung.forEach(g -> dispatches.append(g.core()).append('#').append(g.ordinal()));
    return dispatches.toString();
  }
}
