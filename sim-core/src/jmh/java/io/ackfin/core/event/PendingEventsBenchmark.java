package io.ackfin.core.event;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one event costs in the simulator: taking it out, running an action that does nothing else,
 * scheduling it again. Measured through the public simulator, which is the same for all structures,
 * so that its own share of the time makes the ratios smaller, not larger. Every event has an owner
 * of its own. An operation is a batch of 1,000 events, so that the microseconds per operation which
 * are reported are nanoseconds per event.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class PendingEventsBenchmark {
  /** How many events one operation of the benchmark runs. */
  static final int BATCH = 1000;

  /** Which structure holds the events. */
  @Param public PendingEventsStructure structure;

  /** What they do. */
  @Param public PendingEventsModel model;

  private Simulator simulator;
  private final Random random = new Random(42);
  private final long[] delays = new long[BATCH];
  private int left;

  /** Wires the model and schedules all its events. */
  @Setup
  public void wire() {
    simulator = new Simulator(TieOrder.asWired(), List.of(), structure.create());
    for (int rank = 0; rank < model.events(); rank++) {
      Component component = model.isClocks() ? new Clock(rank) : new Hold();
      component.self = simulator.event("step", Phase.DEVICE, rank, component);
      simulator.at(model.delay(random), component.self);
    }
  }

  /**
   * Draws the delays of a batch outside the measured time, always new ones, so that none repeat.
   */
  @Setup(Level.Invocation)
  public void draw() {
    left = BATCH;
    for (int i = 0; i < BATCH; i++) {
      delays[i] = model.delay(random);
    }
  }

  /** Runs a batch of events. */
  @Benchmark
  public long event() {
    simulator.run();
    return simulator.now();
  }

  private abstract static class Component implements Runnable {
    Event self;
  }

  private final class Hold extends Component {
    @Override
    public void run() {
      simulator.after(delays[--left], self);
      stopAfterBatch();
    }
  }

  private final class Clock extends Component {
    private final long period;

    Clock(int rank) {
      this.period = PendingEventsModel.period(rank);
    }

    @Override
    public void run() {
      left--;
      simulator.after(period, self);
      stopAfterBatch();
    }
  }

  private void stopAfterBatch() {
    if (left == 0) {
      simulator.stop();
    }
  }
}
