package io.ackfin.device.aicpu;

/** What a scheduler thread spends its time on; every tick of a thread belongs to one of these. */
public enum Activity {
  /** Finding its cores. */
  STARTUP("start-up"),
  /** Loading COND of running cores, to see what completed or whether a task may be put behind. */
  POLL("poll"),
  /** Bookkeeping of completed tasks. */
  COMPLETE("complete"),
  /** Taking tasks out of queues, building payloads, publishing them. */
  DISPATCH("dispatch"),
  /** Waiting for the ACK of the running task before the next is published behind it. */
  GUARD("guard"),
  /** Turns of the loop, and waiting with nothing to do. */
  IDLE("idle"),
  /** Telling cores to leave their loop. */
  EXIT("exit");

  /** How many there are. */
  static final int COUNT = 7;

  private final String label;

  Activity(String label) {
    this.label = label;
  }

  /** The name in traces. */
  @Override
  public String toString() {
    return label;
  }
}
