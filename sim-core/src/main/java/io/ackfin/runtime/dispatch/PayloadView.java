package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.KernelSync;
import io.ackfin.runtime.agent.RunControl;
import io.ackfin.runtime.kernel.KernelCall;
import io.ackfin.runtime.memory.PayloadSlots;

/** The payload that a core runs, read anew with every question. The core's thread. */
final class PayloadView implements KernelCall {
  private final PayloadSlots slots;
  private final RunControl control;
  private int address;
  private long startNanos;

  PayloadView(PayloadSlots slots, RunControl control) {
    this.slots = slots;
    this.control = control;
  }

  void moveTo(int payload) {
    address = payload;
  }

  /** The kernel starts now; gives the time, in nanoseconds since the run's epoch. */
  long start(long epoch) {
    startNanos = System.nanoTime();
    return startNanos - epoch;
  }

  int slot() {
    return PayloadSlots.slot(address);
  }

  int task() {
    return slots.taskPlain(address);
  }

  int activeMask() {
    return slots.activeMaskPlain(address);
  }

  KernelSync sync() {
    return slots.syncPlain(address);
  }

  int subslotBit() {
    return slots.subslotBitPlain(address);
  }

  long checksum() {
    return slots.checksumPlain(address);
  }

  @Override
  public int subtask() {
    return slots.subtaskPlain(address);
  }

  @Override
  public int kernelId() {
    return slots.kernelIdPlain(address);
  }

  @Override
  public long durationPicos() {
    return slots.durationPlain(address);
  }

  @Override
  public long startNanos() {
    return startNanos;
  }

  @Override
  public boolean aborted() {
    return control.aborted();
  }
}
