package io.ackfin.device.aicore;

import io.ackfin.core.event.Event;
import io.ackfin.core.event.Phase;
import io.ackfin.core.event.Simulator;
import io.ackfin.core.signal.ParkedPoller;
import io.ackfin.core.trace.Tracer;
import io.ackfin.handshake.Access;
import io.ackfin.handshake.AccessKind;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.CoreProgram;
import io.ackfin.handshake.Tables;
import io.ackfin.protocol.DmbWord;

/**
 * One compute core: walks the core's program of its variant, each row at its pace. An access takes
 * effect at the end of its time; a row that takes none happens at once after the one before it; a
 * read that must wait is repeated after one poll period, and parked while it could see nothing. A
 * pace may also leave it to {@link #goOn} when a row takes effect.
 */
public final class AicoreDevice {
  private final int core;
  private final CorePace pace;
  private final long poll;
  private final AicorePorts ports;
  private final AicoreLog log;
  private final Tables tables;
  private final Simulator simulator;
  private final Tracer tracer;
  private final int lane;
  private final Event step;
  private final ParkedPoller reads;
  private long state;
  private long kernelDuration;
  private long receivedAt;
  private long startedAt;

  /**
   * A core that has not started.
   *
   * @param identity the core's number, name and rank among owners
   * @param pace when its rows take effect; {@link AicoreSpec#pace} prices them
   */
  public AicoreDevice(
      AicoreIdentity identity,
      CorePace pace,
      Tables tables,
      AicorePorts ports,
      AicoreLog log,
      Simulator simulator) {
    this.core = identity.core();
    this.pace = pace;
    this.poll = pace.poll();
    this.ports = ports;
    this.log = log;
    this.tables = tables;
    this.simulator = simulator;
    this.tracer = simulator.tracer();
    this.lane = simulator.lanes().declare(identity.cluster(), identity.name());
    this.step =
        simulator.event(identity.name() + " step", Phase.DEVICE, identity.rank(), this::onStep);
    this.reads = new ParkedPoller(simulator, step);
    this.state = CoreProgram.start(tables);
  }

  /** Switches the core on. */
  public void start() {
    goOnAfter(pace.of(next(), 0));
  }

  /**
   * The row that the core has come to takes effect at this tick, and all that take no time behind
   * it. To be called only while the pace leaves it to the caller.
   *
   * @throws IllegalStateException if the core goes on by itself
   */
  public void goOn() {
    simulator.after(0, step);
  }

  /** Something that the core may read arrives at a tick; told when it is sent. */
  public void arrives(long tick) {
    reads.seenFrom(tick);
  }

  /** Whether the core has left its loop. */
  public boolean halted() {
    return CoreProgram.halted(tables, state);
  }

  /** What the core does next. */
  public CoreOperation next() {
    return CoreProgram.operation(tables, state);
  }

  /** Whether the core runs a kernel. */
  public boolean runsKernel() {
    return next() == CoreOperation.END_KERNEL;
  }

  /** The state of the core's program: the same as before where a step changed nothing. */
  public long state() {
    return state;
  }

  /** What the core does next and for which dispatch, for people. */
  public String describe() {
    return next() + " (id " + DmbWord.format(CoreProgram.id(state)) + ")";
  }

  private void onStep() {
    long now = simulator.now();
    reads.resume();
    while (true) {
      CoreOperation operation = CoreProgram.operation(tables, state);
      long access = CoreProgram.access(tables, state);
      long seen = perform(operation, access, now);
      long next = CoreProgram.after(tables, state, seen);
      if (next == state) {
        waitOrStop(operation, now);
        return;
      }
      log.accessed(core, operation, Access.value(access), seen);
      tell(operation, next, (int) seen, now);
      state = next;
      long time = pace.of(CoreProgram.operation(tables, next), kernelDuration);
      if (time != 0) {
        goOnAfter(time);
        return;
      }
    }
  }

  private long perform(CoreOperation operation, long access, long now) {
    return switch (Access.kind(access)) {
      case LOAD -> {
        long word = ports.load(operation.location(), Access.value(access), now);
        // The gate is the upper half of a payload's word.
        yield operation == CoreOperation.READ_GATE ? word >>> Integer.SIZE : word;
      }
      case STORE -> {
        ports.store(operation.location(), Access.value(access), now);
        yield 0;
      }
      case BARRIER -> {
        ports.invalidate(Access.value(access));
        yield 0;
      }
      case LOCAL, HOME, HALT -> 0;
    };
  }

  private void waitOrStop(CoreOperation operation, long now) {
    if (operation.kind() != AccessKind.HALT && poll != CorePace.UNTIL_TOLD) {
      reads.park(Math.addExact(now, poll), poll, ports.nextChange(operation.location()));
    }
  }

  private void goOnAfter(long time) {
    if (time != CorePace.UNTIL_TOLD) {
      simulator.after(time, step);
    }
  }

  private void tell(CoreOperation operation, long next, int seen, long now) {
    int id = CoreProgram.id(state);
    switch (operation) {
      case READ_DMB -> onReceived(next, now);
      case WRITE_ACK -> log.acknowledged(core, id, now);
      case START_KERNEL -> onKernelStarted(seen, now);
      case END_KERNEL -> onKernelEnded(seen, now);
      case PUBLISH_OUTPUT -> log.outputVisible(core, id, now);
      case WRITE_FIN -> log.finished(core, id, now);
      case LOOK_BEHIND -> {
        if (CoreProgram.operation(tables, next) != CoreOperation.WRITE_FIN) {
          log.finSkipped(core, id, now);
        }
      }
      case WRITE_EXITED -> log.exited(core, now);
      default -> {
        // Nothing that anybody asks for.
      }
    }
  }

  private void onReceived(long next, long now) {
    if (CoreProgram.operation(tables, next) != CoreOperation.WRITE_EXITED) {
      receivedAt = now;
      log.received(core, CoreProgram.id(next), now);
    }
  }

  private void onKernelStarted(int subtask, long now) {
    startedAt = now;
    kernelDuration = ports.duration(subtask);
    log.kernelStarted(core, CoreProgram.pointer(state), subtask, now);
    if (tracer != null) {
      tracer.span(lane, "pick-up", receivedAt, now, subtask);
      tracer.flowEnd(lane, "dispatch", now, subtask);
    }
  }

  private void onKernelEnded(int subtask, long now) {
    log.kernelEnded(core, CoreProgram.pointer(state), subtask, now);
    if (tracer != null) {
      tracer.span(lane, "kernel", startedAt, now, subtask);
    }
  }
}
