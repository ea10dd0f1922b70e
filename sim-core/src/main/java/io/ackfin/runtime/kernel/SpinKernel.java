package io.ackfin.runtime.kernel;

/**
 * Busy for its duration by the clock. It spins for half of what is left, reads the clock, and so
 * on; the last stretch, too short for another look, is of calibrated length. So neither the clock's
 * cost nor an error of the calibration lengthens or shortens a kernel by more than a part of that
 * stretch.
 */
final class SpinKernel implements Kernel {
  private static final long PICOS_PER_NANO = 1_000;
  private static final long LONGEST_STRETCH_NS = 2_000;
  private static final long LAST_STRETCH_NS = 150;

  private KernelCall call;
  private long durationNs;
  private long value = 1;

  @Override
  public void start(KernelCall started) {
    call = started;
    durationNs = (call.durationPicos() + PICOS_PER_NANO / 2) / PICOS_PER_NANO;
  }

  @Override
  public boolean advance() {
    // A kernel that is all last stretch is over without a look at the clock.
    long left = durationNs;
    while (left > LAST_STRETCH_NS && !call.aborted()) {
      value = SpinLoop.spin(Math.min(left / 2, LONGEST_STRETCH_NS), value);
      left = durationNs - (System.nanoTime() - call.startNanos());
    }
    if (left > 0 && left <= LAST_STRETCH_NS) {
      value = SpinLoop.spin(left, value);
    }
    return true;
  }
}
