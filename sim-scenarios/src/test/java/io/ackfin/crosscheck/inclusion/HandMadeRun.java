package io.ackfin.crosscheck.inclusion;

import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;

/**
 * A recording of one dual-slot core, written by hand: what its threads do in the words of the
 * handshake. The core is started already; thread 0 owns it until {@link #handOver}.
 */
final class HandMadeRun {
  static final int THREADS = 3;

  private final Recording.Builder recording = new Recording.Builder(1, THREADS).owns(0, 0);
  private int owner;

  /** The core finds an id, reads the slot's address, acknowledges and runs what lies there. */
  HandMadeRun coreRuns(int id, int slot, int payload) {
    return core(CoreOperation.READ_DMB, id)
        .core(CoreOperation.READ_POINTER, slot)
        .core(CoreOperation.WRITE_ACK, CondWord.ack(id))
        .corePayload(CoreOperation.START_KERNEL, slot, payload)
        .corePayload(CoreOperation.END_KERNEL, slot, payload)
        .core(CoreOperation.PUBLISH_OUTPUT, 0);
  }

  /** The core looks behind and sees the id that it runs, so that it writes FIN. */
  HandMadeRun coreFinishes(int id) {
    return core(CoreOperation.LOOK_BEHIND, id).core(CoreOperation.WRITE_FIN, CondWord.fin(id));
  }

  /** The core looks behind, sees something new and writes nothing. */
  HandMadeRun coreSkipsFin(int behind) {
    return core(CoreOperation.LOOK_BEHIND, behind);
  }

  /** The core is told to leave and does. */
  HandMadeRun coreLeaves() {
    return core(CoreOperation.READ_DMB, DmbWord.EXIT)
        .core(CoreOperation.WRITE_EXITED, CondWord.CORE_EXITED);
  }

  HandMadeRun core(CoreOperation operation, int word) {
    recording.core(0, Entry.ofCore(operation, word));
    return this;
  }

  HandMadeRun corePayload(CoreOperation operation, int slot, int payload) {
    recording.core(0, Entry.ofCorePayload(operation, slot, payload));
    return this;
  }

  /** The owner dispatches to the idle core. */
  HandMadeRun dispatches(int id, int slot, int payload) {
    return builds(slot, payload).publishes(id, slot);
  }

  /** The owner dispatches behind a running task, whose ACK or FIN the guard saw. */
  HandMadeRun dispatchesBehind(int guardSaw, int id, int slot, int payload) {
    return builds(slot, payload)
        .owner(SchedulerOperation.AWAIT_RUNNING, guardSaw)
        .publishes(id, slot);
  }

  HandMadeRun builds(int slot, int payload) {
    recording.thread(owner, Entry.payload(0, slot, payload));
    return this;
  }

  HandMadeRun buildsGated(int slot, int payload) {
    recording.thread(owner, Entry.gated(Entry.payload(0, slot, payload)));
    return this;
  }

  /** A thread rings the core's doorbell. */
  HandMadeRun rings(int thread, int id) {
    recording.thread(thread, Entry.ofThread(0, SchedulerOperation.STORE_BELL, id));
    return this;
  }

  private HandMadeRun publishes(int id, int slot) {
    return owner(SchedulerOperation.STORE_POINTER, slot).owner(SchedulerOperation.STORE_ID, id);
  }

  /** The owner polls. */
  HandMadeRun polls(int word, CompletionCase by) {
    recording.thread(owner, Entry.poll(0, word, by));
    return this;
  }

  /** The owner tells the core to leave and closes it. */
  HandMadeRun closes() {
    return owner(SchedulerOperation.STORE_EXIT, DmbWord.EXIT)
        .owner(SchedulerOperation.AWAIT_EXITED, CondWord.CORE_EXITED)
        .owner(SchedulerOperation.STORE_IDLE, DmbWord.IDLE)
        .owner(SchedulerOperation.CLOSE_WINDOW, 0);
  }

  HandMadeRun owner(SchedulerOperation operation, int word) {
    recording.thread(owner, Entry.ofThread(0, operation, word));
    return this;
  }

  /** A wait of the owner's ends although it saw something else than it waits for. */
  HandMadeRun ownerGivesUp(SchedulerOperation operation, int word) {
    recording.thread(owner, Entry.ended(Entry.ofThread(0, operation, word)));
    return this;
  }

  /** From now on another thread owns the core. */
  HandMadeRun handOver(int thread) {
    owner = thread;
    recording.owns(thread, 0);
    return this;
  }

  /** A thread tells every core to leave. */
  HandMadeRun emergencyExitBy(int thread) {
    long exit = Entry.ofThread(0, SchedulerOperation.STORE_EXIT, DmbWord.EXIT);
    recording.thread(thread, Entry.emergency(exit));
    return this;
  }

  Recording ended(Ending ending) {
    return recording.ended(ending);
  }

  /** Two tasks, the second behind the first, through two owners. */
  static HandMadeRun twoTasks() {
    return new HandMadeRun()
        .dispatches(1, 0, 7)
        .coreRuns(1, 0, 7)
        .dispatchesBehind(CondWord.ack(1), 2, 1, 8)
        .coreSkipsFin(2)
        .coreRuns(2, 1, 8)
        .polls(CondWord.ack(2), CompletionCase.B)
        .handOver(1)
        .coreFinishes(2)
        .polls(CondWord.fin(2), CompletionCase.C)
        .closes()
        .coreLeaves();
  }
}
