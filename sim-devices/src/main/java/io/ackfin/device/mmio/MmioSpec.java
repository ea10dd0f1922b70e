package io.ackfin.device.mmio;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.core.parameter.Require;
import io.ackfin.core.time.Ticks;

/** What an access to a core's registers costs, and how long a value travels. */
public record MmioSpec(
    @Parameter(
            value = "one load of COND; the value is that of its middle; serial within a thread",
            source = "published: 95-105 ns, strictly serial within a thread (mmio-performance.md)",
            min = 1)
        Ticks load,
    @Parameter(
            value = "how long a posted store to DATA_MAIN_BASE occupies its thread",
            source = "published: < 20 ns single, ~5 ns each in a burst (mmio-performance.md)")
        Ticks storeIssue,
    @Parameter(
            value = "from the end of a store's issue until the core can read it",
            source = "published: ~140 ns end to end (mmio-performance.md)",
            min = 1)
        Ticks storeVisible,
    @Parameter(
            value = "from a core's write to COND until a load can sample it",
            source = "assumed: fitted so that one event end to end is 180 ns at best",
            min = 1)
        Ticks condVisible,
    @Parameter(
            value = "how much longer a load takes that finds a word to act on, just written",
            source = "published: every load of COND takes the same time (mmio-performance.md)")
        Ticks changedWord) {
  public MmioSpec {
    Require.positive("load", load);
    Require.positive("storeVisible", storeVisible);
    Require.positive("condVisible", condVisible);
  }
}
