package io.ackfin.runtime.kernel;

import java.util.concurrent.locks.LockSupport;

/**
 * Over when its duration has passed by the clock, and leaves the processor to others until then:
 * sleeps while much is left, yields at the end, because a host sleeps some 100 us too long.
 */
final class YieldKernel implements Kernel {
  private static final long PICOS_PER_NANO = 1_000;
  private static final long OVERSLEPT_NS = 150_000;

  private long startNs;
  private long durationNs;

  @Override
  public void start(KernelCall call) {
    startNs = call.startNanos();
    durationNs = call.durationPicos() / PICOS_PER_NANO;
  }

  @Override
  // Correct without the yield, too; with it the processor is free for others.
  @SuppressWarnings("ThreadPriorityCheck")
  public boolean advance() {
    long left = durationNs - (System.nanoTime() - startNs);
    if (left <= 0) {
      return true;
    }
    if (left > 2 * OVERSLEPT_NS) {
      LockSupport.parkNanos(Math.min(left, Short.MAX_VALUE * 1_000L) - OVERSLEPT_NS);
    } else {
      Thread.yield();
    }
    return false;
  }
}
