package io.ackfin.output;

import io.ackfin.core.time.Ticks;
import io.ackfin.run.Spread;
import java.math.BigDecimal;

/** A spread of durations in nanoseconds; its components are the fields of their names. */
public record SpreadNs(
    BigDecimal mean, BigDecimal p50, BigDecimal p90, BigDecimal p99, BigDecimal max) {

  /** The spread; null if there is nothing in it. */
  static SpreadNs of(Spread spread) {
    return spread.count() == 0
        ? null
        : new SpreadNs(
            Ticks.nanoseconds(spread.mean()),
            Ticks.nanoseconds(spread.p50()),
            Ticks.nanoseconds(spread.p90()),
            Ticks.nanoseconds(spread.p99()),
            Ticks.nanoseconds(spread.max()));
  }
}
