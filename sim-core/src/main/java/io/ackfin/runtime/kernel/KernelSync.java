package io.ackfin.runtime.kernel;

/** Whether and where the kernels of one task meet. */
public enum KernelSync {
  /** They do not. */
  NONE("none"),
  /** A kernel ends only after all kernels of its task have started. */
  START("start"),
  /** No kernel goes on from its beginning before all kernels of its task have come there. */
  BARRIER("barrier");

  private final String label;

  KernelSync(String label) {
    this.label = label;
  }

  /** The name in files. */
  @Override
  public String toString() {
    return label;
  }
}
