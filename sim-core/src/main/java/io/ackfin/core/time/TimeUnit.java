package io.ackfin.core.time;

import java.util.List;

/** The units in which files and messages state time. */
public enum TimeUnit {
  PS("ps", 1L),
  NS("ns", 1_000L),
  US("us", 1_000_000L),
  MS("ms", 1_000_000_000L),
  S("s", 1_000_000_000_000L);

  /** From seconds down. */
  public static final List<TimeUnit> LARGEST_FIRST = List.of(S, MS, US, NS, PS);

  private final String suffix;
  private final long picoseconds;

  TimeUnit(String suffix, long picoseconds) {
    this.suffix = suffix;
    this.picoseconds = picoseconds;
  }

  /** How files write it. */
  public String suffix() {
    return suffix;
  }

  /** How many picoseconds one of it is. */
  public long picoseconds() {
    return picoseconds;
  }
}
