package io.ackfin.crosscheck;

import io.ackfin.crosscheck.real.RecordedRun;

/** Recorded runs, one after the other: made now, or read from where they were kept. One thread. */
public interface Rounds {
  /** What reports call them. */
  String name();

  /** How many there are to be. */
  int count();

  /** Whether there is one more. */
  boolean hasNext();

  /** The next one, if there is one. */
  RecordedRun next();
}
