package io.ackfin.run.replay;

import io.ackfin.device.aicpu.ScriptedThread;
import io.ackfin.device.soc.PostedStores;
import io.ackfin.device.soc.ScriptedLayout;
import io.ackfin.handshake.Book;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Room;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.Startup;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.Move;
import io.ackfin.verify.Shutdown;

/**
 * Which moves may not be made now, and why. Changes nothing.
 *
 * <p>A device does whatever it is told, so without these rules a way could be gone that no run can
 * take, and what it breaks would prove nothing. They are stated over devices and what was seen of
 * them, not over the explorer's situations, so that a mistake of the explorer shows. Empty text
 * means that a move may be made.
 */
final class Refusals {
  private final Stage stage;
  private final BoundedSystem system;
  private final Acquaintance acquaintance;
  private final StoreOverlap overlap;

  Refusals(Stage stage) {
    this.stage = stage;
    system = stage.system;
    acquaintance = new Acquaintance(system);
    overlap = new StoreOverlap(system.memory());
  }

  /** Why a move may not be made now; empty if it may. */
  String of(Move move, long tick) {
    String unknown = acquaintance.refusal(move);
    return unknown.isEmpty() ? ofKnown(move, tick) : unknown;
  }

  private String ofKnown(Move move, long tick) {
    return switch (move.kind()) {
      case CORE -> core(move.core(), tick);
      case ARRIVE_AT_BARRIER -> barrier(move.core());
      case OUTPUT ->
          unless(stage.soc.outputsOnTheirWay(move.core()) > 0, "no output is on its way");
      case STORE_VISIBLE -> arrival(move);
      case THREAD -> goingOn(move);
      case EXPIRE -> expiry(move);
      case STOP -> stop();
      case EMERGENCY ->
          unless(
              stage.standing.owesExit(move.core()), "no exit is owed to the core in an emergency");
      case HAND_OVER -> handOver(move.argument());
      case RING -> first(between(move.thread()), ring(move));
      case RECHECK ->
          first(
              between(move.thread()),
              unless(stage.duty(move.thread()).owesRecheck(), "the thread owes no such look"));
      default -> first(free(move), choice(move));
    };
  }

  /**
   * A core's row can always be tried, and what it has to wait for in registers or flags it finds
   * out by itself. A kernel's wait for its siblings and for its own output is not in the tables.
   */
  private String core(int core, long tick) {
    if (stage.soc.core(core).halted()) {
      return "the core has left its loop";
    }
    CoreOperation next = stage.soc.core(core).next();
    boolean waits =
        next == CoreOperation.END_KERNEL
            && system.kernelSync() != KernelSync.NONE
            && stage.chronicle.hasSiblings(core)
            && !stage.chronicle.allMet(core)
            && !stage.soc.seesExit(core, tick);
    if (waits) {
      return "the kernel waits for its siblings";
    }
    return unless(
        next != CoreOperation.PUBLISH_OUTPUT || stage.soc.outputsOnTheirWay(core) == 0,
        "the kernel's output is still on its way");
  }

  /** A kernel comes to the barrier once, between its start and its end, if others come too. */
  private String barrier(int core) {
    boolean may =
        system.kernelSync() == KernelSync.BARRIER
            && stage.soc.core(core).next() == CoreOperation.END_KERNEL
            && stage.chronicle.hasSiblings(core)
            && !stage.chronicle.hasMet(core);
    return unless(may, "the core runs no kernel that is still to meet its siblings");
  }

  private String arrival(Move move) {
    PostedStores stores = stage.stores(move.thread());
    String refusal = overlap.refusal(stores, move.argument());
    return refusal.isEmpty() ? unlessOther(move, stores.core(move.argument())) : refusal;
  }

  /**
   * A thread goes on in its program, or with the next subtask of a task that is not yet dispatched
   * whole. In relaxed memory a barrier is passed when all of the thread's own stores are visible;
   * in the other modes they are in order without it.
   */
  private String goingOn(Move move) {
    ScriptedThread device = stage.thread(move.thread());
    Duty duty = stage.duty(move.thread());
    if (device.home()) {
      return duty.task() > 0
          ? unlessOther(move, stage.core(duty.place(), duty.next()))
          : "the thread is in no program";
    }
    boolean waits =
        device.next() == SchedulerOperation.FENCE
            && system.memory().mode() == MemoryMode.RELAXED
            && stage.stores(move.thread()).size() > 0;
    return waits
        ? "the barrier waits for stores that are on their way"
        : unlessOther(move, device.core());
  }

  /** The bound is far beyond what a healthy core takes, so in a normal end it never expires. */
  private String expiry(Move move) {
    ScriptedThread device = stage.thread(move.thread());
    boolean may =
        system.shutdown() != Shutdown.NORMAL
            && !device.home()
            && device.next() == SchedulerOperation.AWAIT_EXITED;
    return may
        ? unlessOther(move, device.core())
        : "the thread waits for no answer that may stay away";
  }

  /** Refuses a move that names another core than the one that it is about, if it names one. */
  private static String unlessOther(Move move, int core) {
    boolean other = move.core() >= 0 && move.core() != core;
    return unless(!other, "it is about another core, " + core);
  }

  private String stop() {
    return unless(
        system.shutdown() != Shutdown.NORMAL && !stage.standing.isStopping(),
        "the run may not be stopped");
  }

  /** Both threads have to be at home with nothing begun, owed, seen or on its way. */
  private String handOver(int owners) {
    boolean may =
        system.handOver() && !stage.standing.isHandedOver() && !stage.standing.isStopping();
    boolean changes = owners != stage.standing.owners() && owners >>> stage.layout.clusters() == 0;
    for (int thread = 0; thread < system.threads(); thread++) {
      Duty duty = stage.duty(thread);
      may &= between(thread).isEmpty() && !duty.owesRing() && !duty.owesRecheck();
      may &= !duty.mayFill() && stage.stores(thread).size() == 0 && !unstarted(thread);
    }
    return unless(may && changes, "the threads may not hand cores over");
  }

  /** Between two programs, and no task half dispatched. */
  private String between(int thread) {
    boolean between = stage.thread(thread).home() && stage.duty(thread).task() == 0;
    return unless(between, "the thread is in a program");
  }

  /** A ring is owed by one thread, but which dispatches wait for one is known to all. */
  private String ring(Move move) {
    boolean may = !stage.standing.isStopping() && stage.duty(move.thread()).owesRing();
    boolean waits = (stage.bells.toRing(move.core()) >>> move.argument() & 1) != 0;
    return unless(may && waits, "the thread owes no ring for that dispatch");
  }

  /**
   * A choice at home: nothing is owed, the core is the thread's, and a look that was good is
   * followed by what it allowed. Start-up comes before everything else.
   */
  private String free(Move move) {
    int thread = move.thread();
    Duty duty = stage.duty(thread);
    String between = between(thread);
    if (!between.isEmpty()) {
      return between;
    }
    if (duty.owesRing() || duty.owesRecheck()) {
      return "the thread owes a ring or a look";
    }
    if (!stage.standing.owns(thread, move.core())) {
      return "the core is another thread's";
    }
    if (duty.mayFill()
        && !stage.standing.isStopping()
        && !fills(move)
        && isLeft(duty.fillsWith())) {
      return "the thread puts a task behind the core that it looked at";
    }
    boolean starting = move.kind() == Move.Kind.STARTUP;
    return unless(starting || !unstarted(thread), "the thread has cores to start");
  }

  /** What a choice asks of the core, and of the run: a run that stops only starts and exits. */
  private String choice(Move move) {
    int core = move.core();
    long book = stage.soc.books().of(core);
    boolean open = !stage.chronicle.isClosed(core);
    boolean working = open && !stage.standing.isStopping();
    return switch (move.kind()) {
      case STARTUP ->
          unless(
              system.protocol().startup() != Startup.NONE && !stage.standing.isStarted(core),
              "the core is started");
      case POLL -> unless(working && Book.busy(book), "the core is not polled now");
      case LOOK ->
          unless(
              working
                  && system.paths() != PendingDispatch.SPIN
                  && system.shape(move.task()).singleCore()
                  && isNext(move.task())
                  && Book.room(book) == Room.PENDING_FREE,
              "nothing may be put behind what the core runs");
      case EXIT ->
          unless(
              open && (stage.standing.isStopping() || stage.chronicle.allComplete()),
              "the core is not to leave yet");
      case DISPATCH -> dispatch(move);
      default -> throw new IllegalArgumentException(move.kind() + ": is no choice");
    };
  }

  /** Tasks of one shape are taken in their order, and every subtask finds a core with room. */
  private String dispatch(Move move) {
    if (!isNext(move.task())) {
      return "the task is not the next of its shape";
    }
    ResourceShape shape = system.shape(move.task());
    Duty duty = stage.duty(move.thread());
    boolean fills = duty.mayFillWith(move.core(), shape);
    boolean first = true;
    for (Subslot subslot : Subslot.values()) {
      if (subslot.in(shape.mask())) {
        int core = stage.core(move.place(), subslot);
        if (core == ScriptedLayout.NO_CORE || (first && core != move.core())) {
          return "the place is none for the task";
        }
        if (!hasRoom(core, fills)) {
          return "the place has no room";
        }
        first = false;
      }
    }
    return "";
  }

  /** Behind a running task a task goes by the cluster search, if that may, or after a look. */
  private boolean hasRoom(int core, boolean fills) {
    Room room = Book.room(stage.soc.books().of(core));
    boolean mayWait = fills || system.paths() != PendingDispatch.SKIP;
    return !stage.standing.isStopping()
        && !stage.chronicle.isClosed(core)
        && (room == Room.IDLE || (mayWait && room == Room.PENDING_FREE));
  }

  /** Whether a move is what a look has just allowed. */
  private boolean fills(Move move) {
    Duty duty = stage.duty(move.thread());
    return move.kind() == Move.Kind.DISPATCH
        && duty.mayFillWith(move.core(), system.shape(move.task()));
  }

  private boolean isLeft(ResourceShape shape) {
    for (int task = 1; task <= system.tasks(); task++) {
      if (system.shape(task) == shape && !stage.standing.isTaken(task)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNext(int task) {
    for (int before = 1; before < task; before++) {
      if (system.shape(before) == system.shape(task) && !stage.standing.isTaken(before)) {
        return false;
      }
    }
    return !stage.standing.isTaken(task);
  }

  private boolean unstarted(int thread) {
    for (int core = 0; core < stage.layout.cores(); core++) {
      if (stage.standing.owns(thread, core) && !stage.standing.isStarted(core)) {
        return true;
      }
    }
    return false;
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private static String unless(boolean allowed, String why) {
    return allowed ? "" : why;
  }
}
