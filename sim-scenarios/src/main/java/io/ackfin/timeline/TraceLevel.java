package io.ackfin.timeline;

/** How much of a trace a timeline shows. */
public enum TraceLevel {
  /** Nothing: there is no timeline. */
  NONE("none"),
  /** What runs on the cores: the lanes of processes whose name starts with {@code cluster}. */
  TASKS("tasks"),
  /** Every lane, and the arrows between them. */
  FULL("full");

  private static final String CORES = "cluster";

  private final String label;

  TraceLevel(String label) {
    this.label = label;
  }

  /** Whether the lanes of a process are shown. */
  boolean shows(String process) {
    return switch (this) {
      case NONE -> false;
      case TASKS -> process.startsWith(CORES);
      case FULL -> true;
    };
  }

  /** Whether arrows between lanes are shown. */
  boolean showsFlows() {
    return this == FULL;
  }

  /** The name in files and on the command line. */
  @Override
  public String toString() {
    return label;
  }
}
