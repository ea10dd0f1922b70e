package io.ackfin.crosscheck;

import io.ackfin.crosscheck.real.RecordedRun;

/** Recorded runs, one after the other: made now, or read from where they were kept. One thread. */
public interface Rounds {
  /** What reports call them. */
  String name();

  /** How many there are. */
  int count();

  /** The next one; called at most {@link #count} times. */
  RecordedRun next();
}
