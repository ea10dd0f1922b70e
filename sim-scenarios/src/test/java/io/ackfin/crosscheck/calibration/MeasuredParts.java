package io.ackfin.crosscheck.calibration;

import io.ackfin.runtime.probe.Part;
import java.util.EnumMap;
import java.util.Map;

/** A round as it might have been measured. */
final class MeasuredParts {
  private MeasuredParts() {}

  /** Round numbers, near those of a small virtual machine. */
  static Map<Part, Double> round() {
    Map<Part, Double> parts = new EnumMap<>(Part.class);
    double[] values = {
      20, 20, 1, 50, 1, 5, 5, 5, 5, 90, 80, 140, 33, 5, 28, 29, 45, 40, 40, 76, 100, 70, 46, 54, 8,
      36, 9, 0.25, 28
    };
    for (Part part : Part.values()) {
      parts.put(part, values[part.ordinal()]);
    }
    return parts;
  }
}
