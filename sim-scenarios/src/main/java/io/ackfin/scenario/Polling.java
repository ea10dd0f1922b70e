package io.ackfin.scenario;

/** How pollers that see nothing new are simulated. */
public enum Polling {
  /** Polls that find nothing are left out; every figure but the number of events is the same. */
  PARKED("parked"),
  /** Every poll is an event. */
  NAIVE("naive");

  private final String label;

  Polling(String label) {
    this.label = label;
  }

  /** The name in files and on the command line. */
  @Override
  public String toString() {
    return label;
  }
}
