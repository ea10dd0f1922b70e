package io.ackfin.verify;

/** How the kernels of one task's subtasks wait for each other. */
public enum KernelSync {
  /** They do not. */
  NONE("none"),
  /** A kernel ends only after all its siblings have started. */
  START("start"),
  /** Each comes to one point inside its kernel and goes on when all are there. */
  BARRIER("barrier");

  private final String label;

  KernelSync(String label) {
    this.label = label;
  }

  /** The name in files and on the command line. */
  @Override
  public String toString() {
    return label;
  }
}
