package io.ackfin.device.soc;

import io.ackfin.device.aicore.AicoreLog;
import io.ackfin.device.aicpu.SchedulerLog;
import io.ackfin.device.aicpu.SubtaskRecord;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.HandshakeEvent;
import io.ackfin.protocol.HandshakeListener;

/** Passes on what devices tell, in the words of the handshake. */
class HandshakeTeller implements AicoreLog, SchedulerLog {
  private final HandshakeListener listener;
  private final AccessListener accesses;

  /**
   * A teller.
   *
   * @param listener told what happens
   * @param accesses told of every access that changes something; null if nobody listens
   */
  HandshakeTeller(HandshakeListener listener, AccessListener accesses) {
    this.listener = listener;
    this.accesses = accesses;
  }

  @Override
  public void accessed(int core, CoreOperation operation, int value, long seen) {
    if (accesses != null) {
      accesses.onCore(core, operation, value, seen);
    }
  }

  @Override
  public void accessed(int thread, int core, SchedulerOperation operation, int value, long seen) {
    if (accesses != null) {
      accesses.onThread(thread, core, operation, value, seen);
    }
  }

  @Override
  public void submitted(int task, long tick) {
    listener.on(HandshakeEvent.SUBMITTED, tick, -1, -1, task);
  }

  @Override
  public void ready(int task, long tick) {
    listener.on(HandshakeEvent.READY, tick, -1, -1, task);
  }

  @Override
  public void built(int core, int slot, int subtask, long tick) {
    listener.on(HandshakeEvent.BUILT, tick, core, slot, subtask);
  }

  @Override
  public void published(int core, int id, int subtask, long notedAt, long tick) {
    listener.on(HandshakeEvent.PUBLISHED, tick, core, id, subtask);
  }

  /** A payload has reached memory. */
  void payloadVisible(int core, int slot, int subtask, long tick) {
    listener.on(HandshakeEvent.PAYLOAD_VISIBLE, tick, core, slot, subtask);
  }

  /** An id has reached DATA_MAIN_BASE. */
  void idVisible(int core, int id, int subtask, long tick) {
    listener.on(HandshakeEvent.ID_VISIBLE, tick, core, id, subtask);
  }

  @Override
  public void completed(int core, SubtaskRecord record, CompletionCase by, long tick) {
    listener.on(HandshakeEvent.COMPLETED, tick, core, by.ordinal(), record.subtask());
  }

  @Override
  public void polled(CompletionCase by) {
    // Nothing that an invariant asks for.
  }

  @Override
  public void believedIdle(int core, long tick) {
    listener.on(HandshakeEvent.BELIEVED_IDLE, tick, core, -1, -1);
  }

  @Override
  public void taskCompleted(int task, long tick) {
    listener.on(HandshakeEvent.TASK_COMPLETED, tick, -1, -1, task);
  }

  /** The run is to end early. */
  void stopping(long tick) {
    listener.on(HandshakeEvent.STOPPING, tick, -1, -1, -1);
  }

  @Override
  public void exitStored(int core, long tick) {
    listener.on(HandshakeEvent.EXIT_STORED, tick, core, -1, -1);
  }

  @Override
  public void closed(int core, long tick) {
    listener.on(HandshakeEvent.CLOSED, tick, core, -1, -1);
  }

  @Override
  public void expired(int core, long tick) {
    listener.on(HandshakeEvent.EXPIRED, tick, core, -1, -1);
  }

  @Override
  public void received(int core, int id, long tick) {
    listener.on(HandshakeEvent.RECEIVED, tick, core, id, -1);
  }

  @Override
  public void acknowledged(int core, int id, long tick) {
    listener.on(HandshakeEvent.ACKNOWLEDGED, tick, core, id, -1);
  }

  @Override
  public void kernelStarted(int core, int slot, int subtask, long tick) {
    listener.on(HandshakeEvent.KERNEL_STARTED, tick, core, slot, subtask);
  }

  @Override
  public void kernelEnded(int core, int slot, int subtask, long tick) {
    listener.on(HandshakeEvent.KERNEL_ENDED, tick, core, slot, subtask);
  }

  @Override
  public void outputVisible(int core, int id, long tick) {
    listener.on(HandshakeEvent.OUTPUT_VISIBLE, tick, core, id, -1);
  }

  @Override
  public void finished(int core, int id, long tick) {
    listener.on(HandshakeEvent.FINISHED, tick, core, id, -1);
  }

  @Override
  public void finSkipped(int core, int id, long tick) {
    listener.on(HandshakeEvent.FIN_SKIPPED, tick, core, id, -1);
  }

  @Override
  public void exited(int core, long tick) {
    listener.on(HandshakeEvent.EXITED, tick, core, -1, -1);
  }
}
