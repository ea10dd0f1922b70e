package io.ackfin.verify;

import io.ackfin.handshake.Book;
import io.ackfin.handshake.CoreProgram;
import io.ackfin.handshake.SchedulerProgram;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Tables;
import io.ackfin.verify.Move.Kind;

/**
 * The handshake of a bounded system as a transition system: cores, threads, memory and whoever
 * stops the run, each taking one step at a time. Not thread-safe.
 */
final class HandshakeSystem implements TransitionSystem {
  private final HandshakeParts parts;
  private final BoundedSystem system;
  private final Layout layout;
  private final Memory memory;
  private final Steps steps;
  private final Tasks tasks;
  private final CoreSteps cores;
  private final ThreadSteps threads;
  private final Symmetry symmetry;

  HandshakeSystem(BoundedSystem system) {
    this(system, system.protocol().tables(), Features.of(system));
  }

  /** A system with tables, and with contents of its situations, that are not its protocol's. */
  HandshakeSystem(BoundedSystem system, Tables tables, Features features) {
    this.system = system;
    parts = HandshakeParts.of(system, tables, features);
    layout = parts.layout();
    memory = new Memory(system, layout);
    tasks = new Tasks(parts);
    steps = new Steps(parts, tasks);
    cores = new CoreSteps(parts, steps);
    threads = new ThreadSteps(parts, memory, steps, tasks);
    symmetry = new Symmetry(parts);
  }

  /** Whether there are identical cores. */
  boolean isSymmetric() {
    return symmetry.any();
  }

  HandshakeParts parts() {
    return parts;
  }

  @Override
  public int words() {
    return layout.words;
  }

  @Override
  public void initial(long[] into) {
    boolean started = system.protocol().startup() == Startup.NONE;
    long book = Book.initial(parts.tables());
    for (CoreFields core : layout.cores) {
      parts.codes().setProgram(core, into, CoreProgram.start(parts.tables()));
      core.book.set(into, BookBits.flags(book));
      if (started) {
        core.dmb.set(into, Codes.DMB_IDLE);
        core.cond.set(into, Codes.COND_IDLE);
      } else {
        // Start-up has to make it 0; whoever reads it too early shall notice.
        core.hank.set(into, 1);
      }
    }
    if (system.handOver()) {
      for (int cluster = 0; cluster < system.clusters(); cluster++) {
        int owners = layout.owners.get(into);
        layout.owners.set(into, owners | Places.firstOwner(system, cluster) << cluster);
      }
    }
  }

  @Override
  public void successors(long[] from, Successors into) {
    steps.tell(into);
    for (int core = 0; core < layout.cores.length; core++) {
      cores.of(core, from);
    }
    for (int thread = 0; thread < layout.threads.length; thread++) {
      threads.of(thread, from);
    }
    if (parts.features().posted()) {
      for (int writer = 0; writer < Layout.WRITERS; writer++) {
        arrivals(writer, from);
      }
    }
    if (system.handOver()) {
      handOver(from);
    }
    if (system.shutdown() != Shutdown.NORMAL) {
      stop(from);
      emergency(from);
    }
  }

  @Override
  public boolean ended(long[] situation) {
    for (int thread = 0; thread < layout.threads.length; thread++) {
      if (!threads.ended(situation, thread)) {
        return false;
      }
    }
    for (int core = 0; core < layout.cores.length; core++) {
      if (!cores.halted(situation, core)) {
        return false;
      }
    }
    for (int writer = 0; writer < Layout.WRITERS; writer++) {
      if (!memory.drained(situation, writer)) {
        return false;
      }
    }
    return !layout.emergency.isSet(situation);
  }

  @Override
  public long excused(long[] situation) {
    long excused = 0;
    for (int thread = 0; thread < layout.threads.length; thread++) {
      if (!threads.atHome(situation, thread)) {
        excused |= Actions.choices(thread);
      }
    }
    return excused;
  }

  @Override
  public long optional() {
    return Actions.OPTIONAL;
  }

  @Override
  public void canonical(long[] situation) {
    symmetry.canonical(situation);
  }

  private void arrivals(int writer, long[] from) {
    StoreQueue queue = layout.queues[writer];
    for (int position = 0; queue.at(from, position) != 0; position++) {
      if (memory.mayArrive(from, writer, position)) {
        Draft draft = steps.begin(from);
        memory.arrive(draft, writer, position);
        int core = StoreQueue.core(queue.at(from, position));
        int move = Moves.pack(Kind.STORE_VISIBLE, writer, core, position);
        steps.emit(move, Actions.stores(writer));
      }
    }
  }

  private void handOver(long[] from) {
    if (layout.handedOver.isSet(from) || layout.stopping.isSet(from)) {
      return;
    }
    for (int thread = 0; thread < layout.threads.length; thread++) {
      if (!threads.mayMeet(from, thread) || !memory.drained(from, thread)) {
        return;
      }
    }
    int now = layout.owners.get(from);
    for (int owners = 0; owners < 1 << system.clusters(); owners++) {
      if (owners != now) {
        Draft draft = steps.begin(from);
        layout.owners.set(draft.now, owners);
        layout.handedOver.set(draft.now, 1);
        steps.emit(Moves.pack(Kind.HAND_OVER, -1, -1, owners), Actions.HAND_OVER);
      }
    }
  }

  private void stop(long[] from) {
    if (layout.stopping.isSet(from) || allClosed(from)) {
      return;
    }
    Draft draft = steps.begin(from);
    layout.stopping.set(draft.now, 1);
    tasks.takeAll(draft.now);
    for (ThreadFields thread : layout.threads) {
      thread.owesRing.set(draft.now, 0);
      thread.owesRecheck.set(draft.now, 0);
    }
    if (system.shutdown() == Shutdown.EMERGENCY) {
      layout.emergency.set(draft.now, (1 << layout.cores.length) - 1);
    }
    steps.emit(Moves.pack(Kind.STOP, Move.STOPPER, -1, 0), Actions.STOP);
  }

  private boolean allClosed(long[] situation) {
    for (CoreFields core : layout.cores) {
      if (!core.closed.isSet(situation)) {
        return false;
      }
    }
    return true;
  }

  /** The stopping thread writes exit to one more core. */
  private void emergency(long[] from) {
    int left = layout.emergency.get(from);
    long begun = SchedulerProgram.beginEmergency();
    if (left == 0 || threads.walk().blocked(from, Move.STOPPER, begun)) {
      return;
    }
    for (int core = 0; core < layout.cores.length; core++) {
      if ((left >>> core & 1) != 0) {
        Draft draft = steps.begin(from);
        layout.emergency.set(draft.now, left & ~(1 << core));
        threads.walk().walkWithoutBook(draft, Move.STOPPER, core, begun, Codes.DMB_EXIT);
        int move = Moves.pack(Kind.EMERGENCY, Move.STOPPER, core, 0);
        steps.emit(move, Actions.emergency());
      }
    }
  }
}
