package io.ackfin.crosscheck.timing;

import io.ackfin.device.soc.SocSpec;
import io.ackfin.runtime.probe.HandoverProbe;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the host is the one that was calibrated. On a virtual machine the two processors of a
 * handover may come to lie in other parts of the real machine, and then every handover takes three
 * times as long or a third of it; a prediction from costs of the other state means nothing.
 */
final class HostState {
  private static final int TRIPS = 2_000;
  private static final int TRIES = 50;
  private static final double PICOS_PER_NANO = 1_000;
  private static final double MOST_APART = 1.5;

  private HostState() {}

  /**
   * A quick round trip between two threads now, in nanoseconds: in the middle of several tries, as
   * the first ones run code that is not compiled yet, and some have both threads on one processor.
   */
  static double roundTrip() {
    double[] tries = new double[TRIES];
    for (int i = 0; i < TRIES; i++) {
      tries[i] = HandoverProbe.quickestRoundTrip(TRIPS);
    }
    Arrays.sort(tries);
    return tries[TRIES / 2];
  }

  /**
   * Whether a round trip is one of the host that was calibrated.
   *
   * @return why it is not, or empty if it is
   */
  static Optional<String> differs(SocSpec host, double roundTripNs) {
    double oneWay = host.memory().flagVisible().picoseconds() / PICOS_PER_NANO;
    double ratio = roundTripNs / (2 * oneWay);
    return ratio > MOST_APART || ratio < 1 / MOST_APART
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "the host's handovers: %.0f ns there and back (expected: about %.0f ns, as when it"
                    + " was calibrated; calibrate again)",
                roundTripNs,
                2 * oneWay))
        : Optional.empty();
  }
}
