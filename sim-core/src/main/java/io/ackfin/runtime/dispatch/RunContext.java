package io.ackfin.runtime.dispatch;

import io.ackfin.runtime.agent.RunControl;
import io.ackfin.runtime.kernel.Rendezvous;
import io.ackfin.runtime.memory.PayloadSlots;
import java.util.List;

/** What all threads of one run share. */
record RunContext(
    RuntimeSpec spec,
    TaskBoard board,
    RunControl control,
    StartGate gate,
    HandOver handOver,
    List<CoreBook> books,
    PayloadSlots slots,
    Rendezvous rendezvous,
    Faults faults,
    long epoch) {
  /** Nanoseconds since the run's epoch. */
  long now() {
    return System.nanoTime() - epoch;
  }

  boolean has(Fault fault) {
    return faults.has(fault);
  }

  /** The number of a core's agent in the run's control. */
  int coreAgent(int core) {
    return spec.schedulersAtStart() + 1 + core;
  }
}
