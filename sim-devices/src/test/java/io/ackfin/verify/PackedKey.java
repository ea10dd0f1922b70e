package io.ackfin.verify;

import io.ackfin.handshake.Book;
import io.ackfin.handshake.CoreProgram;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import java.util.Set;
import java.util.TreeSet;

/**
 * The text of a packed situation in the very form in which the naive explorer tells its situations
 * apart, so that the two sets can be compared: what lies in the fields, unpacked and with values
 * that nothing asks about left out.
 */
final class PackedKey {
  private static final String DEAD = "-";

  private final HandshakeParts parts;
  private final BoundedSystem system;
  private final Layout layout;
  private final Codes codes;
  private final long[] now;
  private final StringBuilder text = new StringBuilder(512);
  private final boolean stopping;

  private PackedKey(HandshakeParts parts, long[] now) {
    this.parts = parts;
    this.now = now;
    system = parts.system();
    layout = parts.layout();
    codes = parts.codes();
    stopping = layout.stopping.isSet(now);
  }

  static String of(HandshakeParts parts, long[] situation) {
    PackedKey key = new PackedKey(parts, situation);
    for (int core = 0; core < key.layout.cores.length; core++) {
      key.core(core);
    }
    for (int thread = 0; thread < key.layout.threads.length; thread++) {
      key.thread(thread);
    }
    key.stopper();
    key.shared();
    return key.text.toString();
  }

  private void put(String name, boolean live, Object value) {
    text.append(name).append('=').append(live ? value : DEAD).append(' ');
  }

  private void core(int number) {
    CoreFields core = layout.cores[number];
    long program = codes.program(core, now);
    boolean runs = !CoreProgram.halted(parts.tables(), program);
    boolean owned = !core.closed.isSet(now);
    boolean starting = parts.features().startup() && !core.started.isSet(now);
    boolean goesOn = runs || owned;
    boolean slotsAsked = owned || awaitsAPayload(number);
    boolean counts = owned && !stopping;
    long book = parts.book(now, number);
    text.append("core ").append(number).append(": ");
    put("life", true, starting ? "UNSTARTED" : owned ? "STARTED" : "LEFT");
    put("program", runs, Long.toHexString(program));
    put("book", owned, Long.toHexString(book));
    put("busy", goesOn, Book.busy(book));
    put("dispatched", goesOn, core.dispatched.get(now));
    put("handling", goesOn, core.handling.get(now));
    put("dmb", runs, dmb(core.dmb.get(now)));
    put("bell", runs && system.gated(), codes.bellWord(core.bell.get(now)));
    put("cond", owned, Integer.toHexString(codes.condWord(core.cond.get(now))));
    put("hank", runs, core.hank.get(now));
    put("payload0", runs, payload(core, core.payload[0].get(now)));
    put("payload1", runs, payload(core, core.payload[1].get(now)));
    put("called", starting, core.ready.get(now));
    put("reported", starting, core.reported.get(now));
    put("said", starting, core.said.get(now));
    put("done", starting, core.done.get(now));
    put("cached", runs, cached(core));
    put(
        "kernel",
        runs && meets(core),
        dispatch(core, core.kernel.get(now)) + " " + core.arrived.isSet(now));
    int ended = core.kernelEnded.get(now);
    put("started", goesOn, core.kernelStarted.get(now));
    put("slot1", slotsAsked, core.inSlotOne.get(now) & ~ended);
    put("published", slotsAsked, core.published.get(now) & ~ended);
    put("outputs", true, ordinals(core.outputOnWay.get(now)));
    put("record0", counts && inUse(book, 0), record(core, 0));
    put("record1", counts && inUse(book, 1), record(core, 1));
    text.append('\n');
  }

  private boolean awaitsAPayload(int core) {
    for (int thread = 0; thread < layout.threads.length; thread++) {
      for (int at = 0; layout.queues[thread].at(now, at) != 0; at++) {
        int store = layout.queues[thread].at(now, at);
        Cell cell = StoreQueue.cell(store);
        boolean isPayload = cell == Cell.PAYLOAD_0 || cell == Cell.PAYLOAD_1;
        if (isPayload && StoreQueue.core(store) == core) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean meets(CoreFields core) {
    return parts.features().siblings()
        && shape(taskOf(core, core.kernel.get(now))) != null
        && !shape(taskOf(core, core.kernel.get(now))).singleCore();
  }

  private ResourceShape shape(int task) {
    return task == 0 ? null : system.shape(task);
  }

  private int taskOf(CoreFields core, int ordinal) {
    return ordinal == 0 ? 0 : TaskCode.task(core.task[ordinal].get(now));
  }

  private static Set<Integer> ordinals(int mask) {
    Set<Integer> ordinals = new TreeSet<>();
    for (int left = mask; left != 0; left &= left - 1) {
      ordinals.add(Integer.numberOfTrailingZeros(left));
    }
    return ordinals;
  }

  private String dmb(int code) {
    return Integer.toHexString(codes.dmbWord(code)) + "#" + Codes.ordinalOfDmb(code);
  }

  private String payload(CoreFields core, int ordinal) {
    boolean gated = system.gated() && core.gated.has(now, ordinal);
    return "#" + dispatch(core, ordinal) + (gated ? " gated" : "");
  }

  private String dispatch(CoreFields core, int ordinal) {
    if (ordinal == 0 || !parts.features().tasks()) {
      return Integer.toString(ordinal);
    }
    int code = core.task[ordinal].get(now);
    return ordinal + " " + TaskCode.task(code) + "/" + TaskCode.subslot(code);
  }

  private String cached(CoreFields core) {
    String lines = core.hankCopy.isSet(now) ? "HANK" + (core.hankCopy.get(now) - 1) : "";
    for (int slot = 0; slot < 2; slot++) {
      int copy = core.payloadCopy[slot].get(now);
      lines += copy == 0 ? "" : "PAYLOAD_" + slot + payload(core, copy - 1);
    }
    return lines;
  }

  private static boolean inUse(long book, int record) {
    return Book.runningRecord(book) == record ? Book.busy(book) : Book.pending(book);
  }

  private String record(CoreFields core, int record) {
    int ordinal = core.record[record].get(now);
    boolean completed = core.completed.has(now, ordinal);
    boolean output = core.output.has(now, ordinal);
    return dispatch(core, ordinal) + (completed ? " completed" : output ? " output" : "");
  }

  private void thread(int number) {
    ThreadFields thread = layout.threads[number];
    int row = thread.row.get(now);
    int task = thread.task.get(now);
    int fills = thread.mayFill.get(now);
    text.append("thread ").append(number).append(": ");
    put("core", row != 0, thread.core.get(now));
    put("program", row != 0, row);
    put("dispatch", task != 0, task == 0 ? "" : dispatch(thread, task));
    put(
        "offer",
        fills != 0,
        fills == 0 ? "" : thread.core.get(now) + " " + new Tasks(parts).shape(fills - 1));
    put("rings", true, thread.owesRing.isSet(now));
    put("recheck", true, thread.owesRecheck.isSet(now));
    put("posted", true, posted(number));
    text.append('\n');
  }

  private String dispatch(ThreadFields thread, int task) {
    String where = system.shape(task).singleCore() ? "" : " at " + thread.place.get(now);
    String gated = thread.gating.isSet(now) ? " gated" : "";
    return task + gated + where + " " + Subslot.of(thread.subslot.get(now));
  }

  private void stopper() {
    text.append("thread ").append(Move.STOPPER).append(": ");
    put("core", false, "");
    put("program", false, "");
    put("dispatch", false, "");
    put("offer", false, "");
    put("rings", true, false);
    put("recheck", true, false);
    put("posted", true, posted(Move.STOPPER));
    text.append('\n');
  }

  private String posted(int writer) {
    StringBuilder queue = new StringBuilder();
    for (int at = 0; layout.queues[writer].at(now, at) != 0; at++) {
      int store = layout.queues[writer].at(now, at);
      CoreFields core = layout.cores[StoreQueue.core(store)];
      int code = StoreQueue.code(store);
      queue.append(StoreQueue.core(store));
      queue.append(
          switch (StoreQueue.cell(store)) {
            case DMB -> "DMB" + dmb(code);
            case BELL -> "BELL" + Integer.toHexString(codes.bellWord(code)) + "#0";
            case WINDOW -> "WINDOW" + code + "#0";
            case HANK -> "HANK" + code + "#0";
            case PAYLOAD_0 -> "PAYLOAD_0" + payload(core, code);
            case PAYLOAD_1 -> "PAYLOAD_1" + payload(core, code);
            case READY -> "AICPU_READY" + code + "#0";
            case SAID -> "WINDOW_SAID" + code + "#0";
            case NONE -> throw new IllegalStateException("a store to no place");
          });
      queue.append(',');
    }
    return queue.toString();
  }

  private void shared() {
    text.append("all: ");
    put("stopping", true, stopping);
    put("exits", true, ordinals(layout.emergency.get(now)));
    put("pool", true, pool());
    put("done", !stopping, done());
    put("producer", system.gated(), layout.producer.get(now));
    boolean start = system.kernelSync() == KernelSync.START;
    boolean barrier = system.kernelSync() == KernelSync.BARRIER;
    put("started", start, start ? siblings() : "");
    put("arrived", barrier, barrier ? siblings() : "");
    put("unrung", true, unrung());
    put("owners", true, owners());
    put("handedOver", !stopping, layout.handedOver.isSet(now));
  }

  private Set<Integer> pool() {
    Tasks tasks = new Tasks(parts);
    Set<Integer> pool = new TreeSet<>();
    for (int shape = 0; shape < tasks.shapes(); shape++) {
      int taken = layout.taken[shape].get(now);
      for (int task = 1; task <= system.tasks(); task++) {
        if (system.shape(task) == tasks.shape(shape) && --taken < 0) {
          pool.add(task);
        }
      }
    }
    return pool;
  }

  private int done() {
    int done = 0;
    for (CoreFields core : layout.cores) {
      done += Integer.bitCount(core.completed.get(now) & ~1);
    }
    return done;
  }

  private String siblings() {
    StringBuilder tasks = new StringBuilder();
    for (int task = 1; task <= system.tasks(); task++) {
      tasks.append(layout.met[task].get(now)).append(',');
    }
    return tasks.toString();
  }

  private String unrung() {
    StringBuilder dispatches = new StringBuilder();
    if (system.gated() && !stopping) {
      for (int core = 0; core < layout.cores.length; core++) {
        int left = new Gate(parts).toRing(layout.cores[core], now);
        for (int ordinal : ordinals(left)) {
          dispatches.append(core).append('#').append(ordinal);
        }
      }
    }
    return dispatches.toString();
  }

  private int owners() {
    int owners = 0;
    for (int cluster = 0; cluster < system.clusters(); cluster++) {
      owners |= new Places(parts).owner(now, cluster) << cluster;
    }
    return owners;
  }
}
