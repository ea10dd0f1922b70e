package io.ackfin.crosscheck.calibration;

import java.util.List;

/**
 * What a calibration found.
 *
 * @param host which machine it is about
 * @param rounds how many rounds counted
 * @param parameters what goes into the preset, in the order of the file
 * @param parts what was measured
 * @param lostPercent how much of a processor other work took, in percent of its time
 * @param doubts why it cannot be trusted, a line each; none if it can
 */
public record CalibrationResult(
    Host host,
    int rounds,
    List<Row> parameters,
    List<Row> parts,
    Estimate lostPercent,
    List<String> doubts) {
  public CalibrationResult {
    parameters = List.copyOf(parameters);
    parts = List.copyOf(parts);
    doubts = List.copyOf(doubts);
  }

  /**
   * One figure.
   *
   * @param name of the part; of a parameter, where it stands below {@code soc}
   * @param nanos in nanoseconds
   * @param how it was measured, or worked out
   */
  public record Row(String name, Estimate nanos, String how) {}

  /** Whether the machine was quiet enough. */
  public boolean trusted() {
    return doubts.isEmpty();
  }
}
