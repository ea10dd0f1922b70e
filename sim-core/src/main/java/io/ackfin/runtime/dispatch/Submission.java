package io.ackfin.runtime.dispatch;

/** When tasks are submitted. */
public enum Submission {
  /** By the orchestrator's thread, while the schedulers run. */
  LIVE("live"),
  /** All before the schedulers begin. */
  PRELOADED("preloaded");

  private final String label;

  Submission(String label) {
    this.label = label;
  }

  /** The name in files. */
  @Override
  public String toString() {
    return label;
  }
}
