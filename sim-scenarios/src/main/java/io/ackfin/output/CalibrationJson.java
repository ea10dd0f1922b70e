package io.ackfin.output;

import io.ackfin.crosscheck.calibration.CalibrationResult;
import io.ackfin.crosscheck.calibration.Estimate;
import io.ackfin.crosscheck.calibration.Host;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;

/** What a calibration found, as JSON for scripts. */
public final class CalibrationJson {
  private static final int FORMAT = 1;
  private static final int DIGITS = 3;

  private CalibrationJson() {}

  /** The fields of the result, in their order. */
  private record Document(
      int format,
      String preset,
      boolean trusted,
      List<String> doubts,
      Machine host,
      int rounds,
      Figure lostPercent,
      List<Figure> parameters,
      List<Figure> parts) {}

  private record Machine(
      String processor, int processors, String java, String system, String date) {}

  /** One figure with its interval, of how many values, and how it came about. */
  private record Figure(
      String name,
      String unit,
      BigDecimal value,
      BigDecimal low,
      BigDecimal high,
      int n,
      String how) {}

  /**
   * Writes the result and flushes the stream, which stays open.
   *
   * @param preset where the preset file is
   * @throws IOException if the stream refuses it
   */
  public static void write(CalibrationResult result, Path preset, OutputStream out)
      throws IOException {
    Json.write(
        new Document(
            FORMAT,
            preset.toString(),
            result.trusted(),
            result.doubts(),
            machine(result.host()),
            result.rounds(),
            figure("lost", "percent", result.lostPercent(), "two threads that read the clock"),
            result.parameters().stream().map(CalibrationJson::figure).toList(),
            result.parts().stream().map(CalibrationJson::figure).toList()),
        out);
  }

  private static Machine machine(Host host) {
    return new Machine(
        host.processor(), host.processors(), host.java(), host.system(), host.date().toString());
  }

  private static Figure figure(CalibrationResult.Row row) {
    return figure(row.name(), "ns", row.nanos(), row.how());
  }

  private static Figure figure(String name, String unit, Estimate estimate, String how) {
    return new Figure(
        name,
        unit,
        number(estimate.value()),
        number(estimate.low()),
        number(estimate.high()),
        estimate.count(),
        how);
  }

  private static BigDecimal number(double value) {
    return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_EVEN);
  }
}
