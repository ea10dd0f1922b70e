package io.ackfin.output;

import io.ackfin.core.time.Ticks;
import io.ackfin.crosscheck.calibration.CalibrationResult;
import io.ackfin.crosscheck.calibration.Estimate;
import io.ackfin.crosscheck.calibration.Host;
import io.ackfin.device.soc.Preset;
import io.ackfin.scenario.HostPreset;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A calibration as a preset file. The values are data that a scenario can name; where they come
 * from, how well they are known and whether they can be trusted stands in comments beside them, for
 * no run depends on that.
 */
public final class HostPresetFile {
  private static final int PICO_DIGITS = 3;

  private HostPresetFile() {}

  /**
   * Writes the file, whole or not at all.
   *
   * @param folder made if it is not there
   * @return where it is
   * @throws OutputException if it cannot be written
   */
  public static Path write(CalibrationResult result, Path folder) {
    Path file = folder.resolve(HostPreset.FILE.getFileName());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(folder);
      Files.writeString(part, text(result), StandardCharsets.UTF_8);
      return Files.move(
          part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw OutputException.of(file, e);
    }
  }

  /** What the file holds. */
  static String text(CalibrationResult result) {
    StringBuilder text = new StringBuilder();
    head(result, text);
    text.append("ackfin: 1\nsoc:\n");
    text.append("  preset: ").append(Preset.REFERENCE).append("  # for what no host has\n");
    text.append("  clusters: 1\n  cluster: {aic: 1, aiv: 2}\n");
    text.append("  startup: handshake\n  loadDrainsStores: false\n");
    sections(result)
        .forEach(
            (section, rows) -> {
              text.append("  ").append(section).append(":\n");
              rows.forEach(row -> parameter(row, text));
            });
    text.append("# What was measured, in ns:\n");
    for (CalibrationResult.Row row : result.parts()) {
      Estimate nanos = row.nanos();
      text.append(
          format(
              "#   %-28s %8.2f  %s; %s%n", row.name(), nanos.value(), interval(nanos), row.how()));
    }
    return text.toString();
  }

  /** The parameters by the section that they stand in, in the order of the first of each. */
  private static Map<String, List<CalibrationResult.Row>> sections(CalibrationResult result) {
    Map<String, List<CalibrationResult.Row>> sections = new LinkedHashMap<>();
    for (CalibrationResult.Row row : result.parameters()) {
      String section = row.name().substring(0, row.name().indexOf('.'));
      sections.computeIfAbsent(section, any -> new ArrayList<>()).add(row);
    }
    return sections;
  }

  private static void parameter(CalibrationResult.Row row, StringBuilder text) {
    String key = row.name().substring(row.name().indexOf('.') + 1);
    String value = key + ": " + time(row.nanos().value());
    text.append(format("    %-32s # %s; %s%n", value, interval(row.nanos()), row.how()));
  }

  private static void head(CalibrationResult result, StringBuilder text) {
    Host host = result.host();
    text.append(
        "# The costs of this host, measured by 'ackfin calibrate', which replaces this file.\n");
    text.append(format("# date: %s%n", host.date()));
    text.append(format("# processor: %s, %d at once%n", host.processor(), host.processors()));
    text.append(format("# Java: %s; system: %s%n", host.java(), host.system()));
    text.append(
        format("# rounds: %d; in brackets what holds the median with 95 %%%n", result.rounds()));
    text.append(format("# other work took %.1f %% of a processor%n", result.lostPercent().value()));
    if (result.trusted()) {
      text.append("# trusted: yes\n");
    }
    result.doubts().forEach(doubt -> text.append("# NOT TRUSTED: ").append(doubt).append('\n'));
  }

  /** Rounded to the picosecond, in which the model counts. */
  private static String time(double nanos) {
    BigDecimal picos =
        BigDecimal.valueOf(nanos).scaleByPowerOfTen(PICO_DIGITS).setScale(0, RoundingMode.HALF_UP);
    return new Ticks(picos.longValueExact()).toString();
  }

  private static String interval(Estimate nanos) {
    return format("[%.2f, %.2f]", nanos.low(), nanos.high());
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values).replace("\r\n", "\n");
  }
}
