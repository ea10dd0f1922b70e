package io.ackfin.device.memory;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.core.parameter.Require;
import io.ackfin.core.time.Ticks;

/** Ordinary memory between control CPU and cores: flags of the start-up, task words, payloads. */
public record MemorySpec(
    @Parameter(
            value = "one load of a cacheable start-up flag",
            source = "published: 41 ns while being written (2026-06-cond-vs-gm-notification.md)",
            min = 1)
        Ticks flagLoad,
    @Parameter(
            value = "from a store to a start-up flag until the other side can read it",
            source =
                "published: one event end to end ~1040 ns (2026-06-cond-vs-gm-notification.md)",
            min = 1)
        Ticks flagVisible,
    @Parameter(
            value = "longest time that a store without a barrier may stay invisible",
            source = "assumed")
        Ticks unfencedDelay,
    @Parameter(
            value = "percentage of reads that find a line that was never invalidated still cached",
            source = "assumed",
            max = 100)
        int staleLinePercent) {
  public MemorySpec {
    Require.positive("flagLoad", flagLoad);
    Require.positive("flagVisible", flagVisible);
    Require.range("staleLinePercent", staleLinePercent, 0, 100);
  }
}
