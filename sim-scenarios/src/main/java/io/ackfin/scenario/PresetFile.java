package io.ackfin.scenario;

import io.ackfin.core.parameter.Parameter;

/**
 * A file that {@code soc.preset} can name: the parameters in which a chip differs from a preset.
 */
public record PresetFile(
    @Parameter(value = "version of the file format", min = 1, max = 1) int ackfin,
    @Parameter("the chip") SocSection soc) {

  /** What stands in for the version and the chip, which have to be stated. */
  static PresetFile standIn() {
    return new PresetFile(Scenario.FORMAT, SocSection.defaults());
  }
}
