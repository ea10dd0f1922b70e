package io.ackfin.core.event;

import io.ackfin.core.trace.RecordingTrace;
import io.ackfin.core.trace.TraceListener;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the simulator of a test: as wired and without listeners unless the test says otherwise.
 * {@code KernelFixture kernel = new KernelFixture().listening();} then {@code kernel.simulator()}.
 */
public final class KernelFixture {
  private final List<TraceListener> listeners = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private final RecordingTrace trace = new RecordingTrace();
  private TieOrder tieOrder = TieOrder.asWired();
  private Simulator simulator;

  /** Breaks ties by this order. */
  public KernelFixture with(TieOrder order) {
    this.tieOrder = order;
    return this;
  }

  /** Adds a listener. */
  public KernelFixture with(TraceListener listener) {
    listeners.add(listener);
    return this;
  }

  /** Lets {@link #trace()} listen. */
  public KernelFixture listening() {
    return with(trace);
  }

  /** The simulator, built at the first call; from then on the fixture is fixed. */
  public Simulator simulator() {
    if (simulator == null) {
      simulator = new Simulator(tieOrder, listeners);
    }
    return simulator;
  }

  /** What was traced, if the fixture is {@link #listening()}. */
  public RecordingTrace trace() {
    return trace;
  }

  /** An event that writes {@code tick:name} into {@link #log()} when it runs. */
  public Event logging(String name, Phase phase, int rank) {
    return simulator().event(name, phase, rank, () -> log.add(simulator.now() + ":" + name));
  }

  /** What the logging events wrote. */
  public List<String> log() {
    return log;
  }
}
