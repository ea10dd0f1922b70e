package io.ackfin.runtime.probe;

import java.util.Map;

/** Measures some parts, again and again. One thread at a time. */
public interface Probe {
  /**
   * Measures once, on objects made anew; takes some milliseconds. The first repetitions are those
   * of code that is not compiled yet.
   *
   * @return what each part took, in nanoseconds
   * @throws ProbeException if something that was waited for did not come
   */
  Map<Part, Double> repeat();
}
