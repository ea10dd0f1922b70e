package io.ackfin.core.stats;

/** Something that a run measures, as declared in {@link Statistics}. */
public sealed interface Statistic permits Counter, Gauge, Distribution {
  /** What it is called and measures. */
  Declaration declaration();
}
