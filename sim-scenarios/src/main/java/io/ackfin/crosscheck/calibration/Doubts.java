package io.ackfin.crosscheck.calibration;

import io.ackfin.runtime.probe.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Why a calibration cannot be trusted, by the package's rule of trust. */
final class Doubts {
  /** What the time of every handshake hangs on. */
  private static final List<Part> CRITICAL =
      List.of(
          Part.DISPATCH_SEEN,
          Part.FIN_JUDGED,
          Part.JUDGED_TO_DISPATCH,
          Part.PICK_UP,
          Part.PICK_UP_POINTER,
          Part.KERNEL_START,
          Part.LOOK_BEHIND,
          Part.IDLE_TURN,
          Part.ROUND_TRIP);

  private static final double MOST_LOST_PERCENT = 2;
  private static final double RELATIVE = 0.1;
  private static final double ABSOLUTE_NS = 3;
  private static final double TWO_MACHINES = 1.5;
  private static final int QUARTERS = 4;

  private Doubts() {}

  /**
   * All doubts, a line each.
   *
   * @param lostPercent what other work took
   * @param parts what was measured
   * @param roundTrips the round trip of each round
   */
  static List<String> of(Estimate lostPercent, Map<Part, Estimate> parts, double[] roundTrips) {
    List<String> doubts = new ArrayList<>();
    if (lostPercent.value() > MOST_LOST_PERCENT) {
      doubts.add(
          format(
              "other work took %.1f %% of a processor (expected: at most %.0f %%)",
              lostPercent.value(), MOST_LOST_PERCENT));
    }
    for (Part part : CRITICAL) {
      Estimate estimate = parts.get(part);
      double allowed = Math.max(ABSOLUTE_NS, RELATIVE * estimate.value());
      if (estimate.halfWidth() > allowed) {
        doubts.add(
            format(
                "%s: %.1f ns, known to within %.1f ns (expected: within %.1f ns)",
                part, estimate.value(), estimate.halfWidth(), allowed));
      }
    }
    double[] sorted = roundTrips.clone();
    Arrays.sort(sorted);
    double low = sorted[(sorted.length - 1) / QUARTERS];
    double high = sorted[sorted.length - 1 - (sorted.length - 1) / QUARTERS];
    if (high > TWO_MACHINES * low) {
      doubts.add(
          format(
              "round trip: %.0f ns at one time and %.0f ns at another"
                  + " (expected: processors that stay as near to each other as they are)",
              low, high));
    }
    return doubts;
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
