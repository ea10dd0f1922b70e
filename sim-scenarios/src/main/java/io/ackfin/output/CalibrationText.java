package io.ackfin.output;

import io.ackfin.crosscheck.calibration.CalibrationResult;
import io.ackfin.crosscheck.calibration.CalibrationResult.Row;
import io.ackfin.crosscheck.calibration.Host;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person sees after a calibration. */
public final class CalibrationText {
  private CalibrationText() {}

  /**
   * The lines about a calibration.
   *
   * @param preset where the preset file is
   */
  public static List<String> of(CalibrationResult result, Path preset) {
    Host host = result.host();
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "%s, %d at once, %s, %s",
            host.processor(), host.processors(), host.java(), host.system()));
    lines.add(
        format(
            "%d rounds; other work took %.1f %% of a processor",
            result.rounds(), result.lostPercent().value()));
    lines.add("");
    lines.add(format("%-30s %10s  %-22s %s", "part", "ns", "95 %", "how"));
    result.parts().forEach(row -> lines.add(row(row)));
    lines.add("");
    lines.add(format("%-30s %10s  %-22s %s", "parameter", "ns", "95 %", "made of"));
    result.parameters().forEach(row -> lines.add(row(row)));
    lines.add("");
    if (result.trusted()) {
      lines.add("preset host: " + preset);
    } else {
      lines.add("preset host: " + preset + ", TOO NOISY TO TRUST:");
      result.doubts().forEach(doubt -> lines.add("  " + doubt));
    }
    return lines;
  }

  private static String row(Row row) {
    String interval = format("%.2f to %.2f", row.nanos().low(), row.nanos().high());
    return format("%-30s %10.2f  %-22s %s", row.name(), row.nanos().value(), interval, row.how());
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
