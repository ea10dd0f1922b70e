package io.ackfin.runtime.kernel;

/**
 * Busy for its duration by the clock. It spins in short rounds of known length and reads the clock
 * between them; the last round is cut to what is left, so that the clock's own cost does not
 * lengthen short kernels.
 */
final class SpinKernel implements Kernel {
  private static final long PICOS_PER_NANO = 1_000;
  private static final long ROUND_NS = 2_000;

  private KernelCall call;
  private long startNs;
  private long durationNs;
  private long value = 1;

  @Override
  public void start(KernelCall started) {
    call = started;
    durationNs = (call.durationPicos() + PICOS_PER_NANO / 2) / PICOS_PER_NANO;
    // A kernel of one round is over without a look at the clock, which costs some ten nanoseconds.
    startNs = durationNs > ROUND_NS ? System.nanoTime() : 0;
  }

  @Override
  public boolean advance() {
    long left = durationNs;
    while (left > 0 && !call.aborted()) {
      value = SpinLoop.spin(Math.min(left, ROUND_NS), value);
      if (left <= ROUND_NS) {
        break;
      }
      left = durationNs - (System.nanoTime() - startNs);
    }
    return true;
  }
}
