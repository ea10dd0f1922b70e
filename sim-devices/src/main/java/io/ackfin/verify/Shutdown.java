package io.ackfin.verify;

/** When and by whom a run is ended. */
public enum Shutdown {
  /** The owner of a core ends it when all tasks are complete. */
  NORMAL("normal"),
  /** Owners may be told to stop at any moment; each ends its own cores. */
  ANY_TIME("any-time"),
  /**
   * At any moment another thread writes exit to every core, also to those that their owners are
   * dispatching to; the owners then stop and end their own cores.
   */
  EMERGENCY("emergency");

  private final String label;

  Shutdown(String label) {
    this.label = label;
  }

  /** The name in files and on the command line. */
  @Override
  public String toString() {
    return label;
  }
}
