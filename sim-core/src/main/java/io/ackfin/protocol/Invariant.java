package io.ackfin.protocol;

/** What must hold of every run, whatever the order of events; named as reports name it. */
public enum Invariant {
  /** Every dispatched subtask runs once, with its own payload, in dispatch order on its core. */
  RUNS_ONCE("runs-once"),
  /** Every subtask is completed once, and not before its kernel ended and its output is visible. */
  COMPLETES_ONCE("completes-once"),
  /** No payload slot is written from the store that publishes it until its kernel ended. */
  SLOT_STABLE("slot-stable"),
  /** A core that its scheduler believes idle is idle. */
  IDLE_IS_IDLE("idle-is-idle"),
  /** Something always moves, and shutdown ends every core and every thread. */
  PROGRESS("progress"),
  /** A task runs only after all its producers completed. */
  PRODUCERS_FIRST("producers-first"),
  /** The subtasks of one task run on different cores of one cluster. */
  ONE_CLUSTER("one-cluster");

  private final String label;

  Invariant(String label) {
    this.label = label;
  }

  /** The name in files and reports. */
  @Override
  public String toString() {
    return label;
  }
}
