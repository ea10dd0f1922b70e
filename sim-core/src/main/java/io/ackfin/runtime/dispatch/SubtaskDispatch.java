package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.CondWord;
import io.ackfin.runtime.agent.BoundedWait;
import io.ackfin.runtime.memory.Fences;
import io.ackfin.runtime.memory.PayloadSlots;
import io.ackfin.runtime.memory.RegisterPort;
import io.ackfin.runtime.record.RecordKind;
import io.ackfin.runtime.record.Recorder;
import io.ackfin.workload.TaskGraph;
import java.util.function.Supplier;

/** Puts one subtask in flight on one core: payload, guard, publication. One scheduler's thread. */
final class SubtaskDispatch {
  private static final int SKIPPED_BUILD = 4;
  private static final int REORDERING_SPINS = 200;

  private final RunContext run;
  private final Variant variant;
  private final RegisterPort port;
  private final PayloadSlots slots;
  private final BoundedWait wait;
  private final boolean guarded;
  // Made once: a wait at the guard must not allocate.
  private final Supplier<String> guardReason = this::guardReason;
  private CoreBook waitedFor;
  private long guardWaits;
  private long guardLoads;

  SubtaskDispatch(RunContext run, RegisterPort port, BoundedWait wait) {
    this.run = run;
    this.port = port;
    this.wait = wait;
    variant = run.spec().variant();
    slots = run.slots();
    guarded = variant == Variant.DUAL_SLOT && !run.has(Fault.ACK_GUARD);
  }

  /** How often a dispatch had to wait at the guard. */
  long guardWaits() {
    return guardWaits;
  }

  /** How often COND was read at the guard. */
  long guardLoads() {
    return guardLoads;
  }

  /**
   * Whether a pipeline pass may dispatch to a busy core now: it has picked up what runs. Where
   * slots go by parity, a core with room has shown that already.
   */
  boolean mayPipeline(CoreBook book) {
    return !guarded || port.condAcquire(book.core) == CondWord.ack(book.running.id);
  }

  /**
   * Dispatches to a core that has room.
   *
   * @param pipeline whether {@link #mayPipeline} was asked, so that nothing is to be waited for
   * @return false if the run was aborted while the guard waited; then nothing was published
   */
  boolean dispatch(CoreBook book, int subtask, boolean pipeline) {
    boolean busy = !book.running.isEmpty();
    port.event(RecordKind.DISPATCH, pipeline ? 1 : 0, book.core, subtask, ids(book));
    int address = PayloadSlots.address(book.core, slot(book));
    build(book, subtask, address);
    long now = run.now();
    if (busy && guarded && !pipeline && !awaitPickUp(book)) {
      port.event(RecordKind.ABORTED, 0, book.core, subtask, 0);
      return false;
    }
    int id = book.nextId;
    publish(book.core, address, id);
    book.take(id);
    if (variant == Variant.DUAL_SLOT && !run.has(Fault.SLOT_FLIP)) {
      book.slot ^= 1;
    }
    book.closed = variant == Variant.DUAL_SLOT_PARITY && !run.has(Fault.ACK_GUARD);
    note(busy ? book.pending : book.running, id, subtask, now);
    if (busy) {
      pendingFaults(book, address, now);
    }
    return true;
  }

  private int slot(CoreBook book) {
    if (variant == Variant.DUAL_SLOT_PARITY) {
      return run.has(Fault.SLOT_FLIP) ? 0 : book.nextId & 1;
    }
    return book.slot;
  }

  private void build(CoreBook book, int subtask, int address) {
    TaskGraph graph = run.board().graph();
    book.builds++;
    if (run.has(Fault.STALE_PAYLOAD) && book.builds % SKIPPED_BUILD == 0) {
      return;
    }
    int task = graph.task(subtask);
    long place =
        PayloadSlots.place(
            task, graph.activeMask(task), graph.kernelSync(task), graph.subslot(subtask).bit());
    slots.buildPlain(address, subtask, graph.kernelId(subtask), graph.duration(subtask), place);
    recordSlot(book, address);
  }

  /** The guard: COND shows the running id, as ACK or FIN, so hank.task and DMB were taken. */
  private boolean awaitPickUp(CoreBook book) {
    guardLoads++;
    if (CondWord.id(port.condAcquire(book.core)) == book.running.id) {
      return true;
    }
    guardWaits++;
    waitedFor = book;
    wait.begin(run.spec().timeLimitNs(), guardReason, true);
    do {
      if (!wait.goesOn()) {
        return false;
      }
      guardLoads++;
    } while (CondWord.id(port.condAcquire(book.core)) != book.running.id);
    return true;
  }

  private String guardReason() {
    return "%s to pick up dispatch %d; its COND is %s"
        .formatted(
            run.spec().chip().describe(waitedFor.core),
            waitedFor.running.id,
            CondWord.format(port.condAcquire(waitedFor.core)));
  }

  private void publish(int core, int address, int id) {
    boolean pointer = variant == Variant.DUAL_SLOT;
    if (pointer && run.has(Fault.STORE_ORDER)) {
      port.storeDmbRelease(core, id);
      for (int i = 0; i < REORDERING_SPINS; i++) {
        Thread.onSpinWait();
      }
      port.storeTaskOpaque(core, address);
      return;
    }
    if (pointer) {
      port.storeTaskOpaque(core, address);
    }
    Fences.fullBarrier();
    port.storeDmbRelease(core, id);
    Fences.storeBarrier();
  }

  private void note(InFlight dispatched, int id, int subtask, long now) {
    TaskGraph graph = run.board().graph();
    dispatched.id = id;
    dispatched.subtask = subtask;
    dispatched.kernelId = graph.kernelId(subtask);
    dispatched.subslotBit = graph.subslot(subtask).bit();
    dispatched.dispatchNs = now;
  }

  private void pendingFaults(CoreBook book, int address, long now) {
    if (run.has(Fault.OVERWRITE_DISPATCH_TIME)) {
      book.running.dispatchNs = now;
    }
    if (run.has(Fault.FREE_SLOT_EARLY)) {
      slots.copyToOtherPlain(address);
      recordSlot(book, PayloadSlots.other(address));
    }
  }

  private void recordSlot(CoreBook book, int address) {
    if (port.records()) {
      int slot = PayloadSlots.slot(address);
      int subtask = slots.subtaskPlain(address);
      port.event(RecordKind.SLOT_WRITE, slot, book.core, subtask, slots.checksumPlain(address));
    }
  }

  private static long ids(CoreBook book) {
    return Recorder.pair(book.running.id, book.pending.id);
  }
}
