package io.ackfin.run.replay;

/** The devices did not do what a step of the way says, or the step is none that can be done. */
public final class DepartureException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int step;

  DepartureException(int step, String difference) {
    super("replay departs from the way at step " + step + ": " + difference);
    this.step = step;
  }

  /** The number of the step, from 1. */
  public int step() {
    return step;
  }
}
