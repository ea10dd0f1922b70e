package io.ackfin.runtime.ring;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** An item goes to another thread and comes back: two hand-overs with nothing else in the rings. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
// Agrona reaches into the JDK.
@Fork(jvmArgsAppend = {"--add-opens", "java.base/jdk.internal.misc=ALL-UNNAMED"})
@State(Scope.Benchmark)
public class RingLatencyBenchmark {
  private static final Object ITEM = new Object();

  @Param({"OURS", "JCTOOLS", "AGRONA"})
  RingKind kind;

  @Param({"16", "1024"})
  int capacity;

  private RingKind.Handover there;
  private RingKind.Handover back;
  private Thread echo;
  private volatile boolean stopped;

  @Setup(Level.Iteration)
  public void start() {
    there = kind.create(capacity);
    back = kind.create(capacity);
    stopped = false;
    echo = new Thread(this::echo, "echo");
    echo.setDaemon(true);
    echo.start();
  }

  private void echo() {
    RingKind.Handover in = there;
    RingKind.Handover out = back;
    while (!stopped) {
      Object item = in.tryPop();
      if (item == null) {
        Thread.onSpinWait();
      } else {
        out.tryPush(item);
      }
    }
  }

  @Benchmark
  public Object roundTrip() {
    there.tryPush(ITEM);
    Object item = back.tryPop();
    while (item == null) {
      Thread.onSpinWait();
      item = back.tryPop();
    }
    return item;
  }

  @TearDown(Level.Iteration)
  public void stop() throws InterruptedException {
    stopped = true;
    echo.join();
  }
}
