package io.ackfin.core.event;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class PendingEventsBenchmark {
  private static final int BATCH = 4096;
  private static final int DRAWS = 1 << 14;

  @Param({"wheel", "queue"})
  public String structure;

  @Param({"dense64", "dense1024", "sparse64", "sparse1024", "ties64", "ties1024", "clocks72"})
  public String model;

  private Simulator simulator;
  private PendingEvents pendingEvents;
  private int left;
  private long[] delays;
  private int draw;

  private final class Hold implements Runnable {
    Event self;

    @Override
    public void run() {
      simulator.after(delays[draw++ & (DRAWS - 1)], self);
      if (--left == 0) simulator.stop();
    }
  }

  private final class Clock implements Runnable {
    Event self;
    long period;

    @Override
    public void run() {
      simulator.after(period, self);
      if (--left == 0) simulator.stop();
    }
  }

  @Setup
  public void wire() {
    pendingEvents =
        switch (structure) {
          case "wheel" -> new TimingWheel();
          default -> new PriorityQueueEvents();
        };
    simulator = new Simulator(TieOrder.asWired(), List.of(), pendingEvents);
    if (model.startsWith("clocks")) {
      for (int rank = 0; rank < 72; rank++) {
        Clock clock = new Clock();
        clock.period = 1 + rank % 10;
        clock.self = simulator.event("clock", Phase.DEVICE, rank, clock);
        simulator.at(clock.period, clock.self);
      }
      return;
    }
    int pending = model.endsWith("64") ? 64 : 1024;
    long mean =
        model.startsWith("dense")
            ? 8L * pending
            : model.startsWith("ties") ? 8 : 1_000_000L * pending;
    Random random = new Random(42);
    delays = new long[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      delays[i] = Math.round(-mean * Math.log(1 - random.nextDouble()));
    }
    for (int rank = 0; rank < pending; rank++) {
      Hold hold = new Hold();
      hold.self = simulator.event("hold", Phase.DEVICE, rank, hold);
      simulator.at(delays[rank], hold.self);
    }
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long run() {
    left = BATCH;
    simulator.run();
    return simulator.now();
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long raw() {
    Event event = null;
    for (int i = 0; i < BATCH; i++) {
      event = pendingEvents.poll(Long.MAX_VALUE);
      event.tick += delays == null ? ((Clock) event.action).period : delays[draw++ & (DRAWS - 1)];
      pendingEvents.add(event);
    }
    return event.tick;
  }
}
