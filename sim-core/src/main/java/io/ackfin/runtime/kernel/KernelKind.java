package io.ackfin.runtime.kernel;

/** The kernels that a run can use. */
public enum KernelKind {
  /** Keeps its processor busy until its duration is over. */
  SPIN("spin") {
    @Override
    public Kernel create() {
      return new SpinKernel();
    }
  },
  /** Leaves its processor free until its duration is over. */
  YIELD("yield") {
    @Override
    public Kernel create() {
      return new YieldKernel();
    }
  },
  /** Multiplies matrices of 32 by 32 floats, as often as fits its duration, at least once. */
  TILE("tile") {
    @Override
    public Kernel create() {
      return new TileKernel();
    }
  },
  /** Is over at once, whatever its duration says. */
  NOOP("noop") {
    @Override
    public Kernel create() {
      return new NoopKernel();
    }
  };

  private final String label;

  KernelKind(String label) {
    this.label = label;
  }

  /** A kernel for one core. */
  public abstract Kernel create();

  /** The name in files. */
  @Override
  public String toString() {
    return label;
  }

  private static final class NoopKernel implements Kernel {
    @Override
    public void start(KernelCall call) {
      // Needs nothing of it.
    }

    @Override
    public boolean advance() {
      return true;
    }
  }
}
