package io.ackfin.protocol;

/** Whether and where the kernels of one task's subtasks wait for each other. */
public enum KernelSync {
  /** They do not. */
  NONE("none"),
  /** A kernel ends only after all kernels of its task have started. */
  START("start"),
  /** Each comes to one point inside its kernel and goes on when all are there. */
  BARRIER("barrier");

  private static final KernelSync[] ALL = values();

  private final String label;

  KernelSync(String label) {
    this.label = label;
  }

  /** The kind with the given position, without copying an array. */
  public static KernelSync of(int position) {
    return ALL[position];
  }

  /** The name in files and on the command line. */
  @Override
  public String toString() {
    return label;
  }
}
