package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import io.ackfin.runtime.agent.Agent;
import io.ackfin.runtime.kernel.Kernel;
import io.ackfin.runtime.memory.Fences;
import io.ackfin.runtime.memory.PayloadSlots;
import io.ackfin.runtime.memory.Register;
import io.ackfin.runtime.memory.RegisterPort;
import io.ackfin.runtime.record.RecordKind;

/**
 * One compute core. Each step is one access with what follows from it:
 *
 * <pre>
 *   REPORT -> WINDOW -> POLL --new id--> FETCH -> ACKNOWLEDGE -> BEGIN -> RUN -> FINISH -> POLL
 *                         \--exit--> LEFT
 * </pre>
 *
 * It owns its COND; everything else that it shares it only reads.
 */
final class CoreAgent implements Agent {
  private enum Phase {
    /** Waits for its turn, then says who it is. */
    REPORT,
    /** Waits until it may use its registers. */
    WINDOW,
    /** Looks for a new dispatch. */
    POLL,
    /** Reads where the payload is. */
    FETCH,
    /** Writes ACK. */
    ACKNOWLEDGE,
    /** Waits for its siblings if it has to, and starts the kernel. */
    BEGIN,
    /** Runs the kernel, then waits for its siblings if it has to. */
    RUN,
    /** Looks whether more waits, and writes FIN if not. */
    FINISH,
    /** Cut a kernel short: an ACK would say that it ended, so only an exit is looked for. */
    CUT_SHORT,
    /** Has left its loop. */
    LEFT
  }

  private static final int LOG_FIELDS = 5;

  private final int core;
  private final RunContext run;
  private final RegisterPort port;
  private final PayloadView payload;
  private final Variant variant;
  private final Kernel kernel;
  private final boolean acknowledgesFirst;
  private final LongLog log;
  private Phase phase = Phase.REPORT;
  private int last = DmbWord.IDLE;
  private int current;
  // What hank.task held at start-up, and the stale copy of it that a fault reads instead.
  private int firstAddress;
  private int staleAddress;
  private boolean over;
  private boolean counted;
  private boolean met;
  private long finSkips;

  CoreAgent(int core, RunContext run, RegisterPort port, Kernel kernel) {
    this.core = core;
    this.run = run;
    this.port = port;
    this.kernel = kernel;
    payload = new PayloadView(run.slots(), run.control());
    variant = run.spec().variant();
    int subtasks = run.board().graph().subtasks();
    log = LongLog.ofShare(LOG_FIELDS, subtasks, run.spec().chip().cores());
    acknowledgesFirst = run.has(Fault.PAYLOAD_BEFORE_ACK);
  }

  @Override
  public String name() {
    return "core " + core;
  }

  /** What it ran; {@link DispatchResult} knows the fields. */
  LongLog log() {
    return log;
  }

  /** How often it left FIN out. */
  long finSkips() {
    return finSkips;
  }

  @Override
  public void onStart() {
    // Everything is a step, so that whoever steps it can step in between.
  }

  @Override
  public int doWork() {
    return switch (phase) {
      case REPORT -> report();
      case WINDOW -> window();
      case POLL -> poll();
      case FETCH -> fetch();
      case ACKNOWLEDGE -> acknowledge();
      case BEGIN -> begin();
      case RUN -> runKernel();
      case FINISH -> finish();
      case CUT_SHORT -> meetOrLeave();
      case LEFT -> DONE;
    };
  }

  private int report() {
    if (run.control().aborted()) {
      return to(Phase.LEFT);
    }
    if (run.spec().startup() == Startup.HANDSHAKE
        && port.loadAcquire(Register.AICPU_READY, core) == 0) {
      return 0;
    }
    if (run.spec().startup() == Startup.HANDSHAKE) {
      firstAddress = port.taskOpaque(core);
    }
    boolean cube = run.spec().chip().isCube(core);
    port.storeRelease(Register.REPORT, core, RegisterPort.report(core, cube));
    return to(Phase.WINDOW);
  }

  private int window() {
    if (run.control().aborted()) {
      return to(Phase.LEFT);
    }
    boolean open =
        run.spec().startup() == Startup.HANDSHAKE
            ? port.loadAcquire(Register.WINDOW, core) != 0
            : port.dmbAcquire(core) == DmbWord.IDLE;
    if (!open) {
      return 0;
    }
    if (run.spec().startup() == Startup.REPORT_FIRST) {
      firstAddress = port.taskOpaque(core);
    }
    staleAddress = firstAddress;
    port.storeCondRelease(core, CondWord.CORE_IDLE);
    port.storeRelease(Register.AICORE_DONE, core, 1);
    return to(Phase.POLL);
  }

  private int poll() {
    int word = port.dmbAcquire(core);
    if (word == DmbWord.EXIT) {
      return leave();
    }
    if (word == DmbWord.IDLE || word == last) {
      return 0;
    }
    current = word;
    log.append();
    log.set(1, run.now());
    return to(acknowledgesFirst ? Phase.ACKNOWLEDGE : Phase.FETCH);
  }

  private int fetch() {
    Fences.invalidateCache();
    int address = payloadAddress();
    payload.moveTo(run.has(Fault.WRONG_SLOT_READ) ? PayloadSlots.other(address) : address);
    return to(acknowledgesFirst ? Phase.BEGIN : Phase.ACKNOWLEDGE);
  }

  private int payloadAddress() {
    return switch (variant) {
      case SINGLE_SLOT -> firstAddress;
      case DUAL_SLOT_PARITY ->
          run.has(Fault.SLOT_FLIP) ? firstAddress : firstAddress + (current & 1);
      case DUAL_SLOT -> {
        int read = port.taskOpaque(core);
        int stale = staleAddress;
        staleAddress = read;
        yield run.has(Fault.CACHE_INVALIDATE) ? stale : read;
      }
    };
  }

  private int acknowledge() {
    port.storeCondRelease(core, CondWord.ack(current));
    log.set(2, run.now());
    counted = false;
    return to(acknowledgesFirst ? Phase.FETCH : Phase.BEGIN);
  }

  private int begin() {
    int task = payload.task();
    if (!counted) {
      counted = true;
      met = true;
      log.set(0, ((long) payload.subtask() << Integer.SIZE) | current);
      recordSlot(RecordKind.KERNEL_START);
      log.set(3, payload.start(run.epoch()));
      run.rendezvous().come(payload.sync(), task, payload.subslotBit());
    }
    if (!run.rendezvous().mayBegin(payload.sync(), task, payload.activeMask())) {
      met = false;
      return meetOrLeave();
    }
    if (!met) {
      // It waited for its siblings: that is no part of its duration.
      payload.start(run.epoch());
    }
    kernel.start(payload);
    over = false;
    return to(Phase.RUN);
  }

  private int runKernel() {
    if (!over && !kernel.advance()) {
      // Not a step that found nothing: the kernel itself decides how its time is spent.
      return run.control().aborted() ? abandon() : 1;
    }
    over = true;
    if (run.control().aborted()) {
      return abandon();
    }
    boolean mayEnd = run.rendezvous().mayEnd(payload.sync(), payload.task(), payload.activeMask());
    return mayEnd ? to(Phase.FINISH) : meetOrLeave();
  }

  private int finish() {
    log.set(4, run.now());
    recordSlot(RecordKind.KERNEL_END);
    last = current;
    int next = port.dmbAcquire(core);
    boolean nothingWaits = next == last || next == DmbWord.IDLE;
    boolean alwaysFin = variant != Variant.DUAL_SLOT || run.has(Fault.FIN_SKIP);
    if (alwaysFin || nothingWaits) {
      if (!run.has(Fault.SWALLOW_FIN)) {
        port.storeCondRelease(core, CondWord.fin(current));
      }
    } else {
      finSkips++;
      port.event(RecordKind.FIN_SKIPPED, 0, core, current, 0);
    }
    return to(Phase.POLL);
  }

  /** Waits for siblings, which may never come, or for nothing but the exit that comes then. */
  private int meetOrLeave() {
    return port.dmbAcquire(core) == DmbWord.EXIT ? leave() : 0;
  }

  /** The run was aborted under the kernel: it may have been cut short, so no FIN may be written. */
  private int abandon() {
    return to(Phase.CUT_SHORT);
  }

  private int leave() {
    port.storeCondRelease(core, CondWord.CORE_EXITED);
    return to(Phase.LEFT);
  }

  private int to(Phase next) {
    phase = next;
    return 1;
  }

  private void recordSlot(RecordKind kind) {
    if (port.records()) {
      int slot = payload.slot();
      int subtask = payload.subtask();
      port.event(RecordKind.SLOT_READ, slot, core, subtask, payload.checksum());
      port.event(kind, slot, core, subtask, current);
    }
  }

  @Override
  public void onAbort() {
    CoreStartup.exitAll(port, run);
  }

  @Override
  public void onClose() {
    // A core that ends otherwise than by an exit answers nothing: its scheduler knows it by that.
  }

  @Override
  public String waitsFor() {
    return switch (phase) {
      case REPORT -> "its scheduler to be ready";
      case WINDOW -> "its register window";
      case BEGIN, RUN -> "the siblings of subtask " + payload.subtask();
      default -> "a dispatch or an exit; its DMB is " + DmbWord.format(port.dmbAcquire(core));
    };
  }
}
