package io.ackfin.output;

import io.ackfin.core.time.Ticks;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers by the package's rule of the figures; null where nothing was measured. */
final class Figures {
  private static final int SHARE_DIGITS = 6;

  private Figures() {}

  /** Ticks as nanoseconds; null for a negative number, which says that something did not happen. */
  static BigDecimal nanoseconds(long ticks) {
    return ticks < 0 ? null : Ticks.nanoseconds(ticks);
  }

  /** A share; null if it is no number. */
  static BigDecimal share(double share) {
    return Double.isNaN(share)
        ? null
        : BigDecimal.valueOf(share).setScale(SHARE_DIGITS, RoundingMode.HALF_EVEN);
  }
}
