package io.ackfin.runtime.ring;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One thread pushes as fast as it can, another pops; what counts is how many items came out. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
// Agrona reaches into the JDK.
@Fork(jvmArgsAppend = {"--add-opens", "java.base/jdk.internal.misc=ALL-UNNAMED"})
@State(Scope.Group)
public class RingThroughputBenchmark {
  private static final Object ITEM = new Object();

  @Param({"OURS", "JCTOOLS", "AGRONA"})
  RingKind kind;

  @Param({"16", "1024"})
  int capacity;

  private RingKind.Handover ring;

  /** Items that came out, counted by the popping thread. */
  @AuxCounters
  @State(Scope.Thread)
  public static class Popped {
    /** How many. */
    public long items;
  }

  @Setup
  public void create() {
    ring = kind.create(capacity);
  }

  @Benchmark
  @Group("handover")
  @GroupThreads(1)
  public void push() {
    if (!ring.tryPush(ITEM)) {
      Thread.onSpinWait();
    }
  }

  @Benchmark
  @Group("handover")
  @GroupThreads(1)
  public void pop(Popped popped) {
    if (ring.tryPop() == null) {
      Thread.onSpinWait();
    } else {
      popped.items++;
    }
  }
}
