package io.ackfin.scenario;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.device.soc.Preset;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.scenario.bind.Inline;

/**
 * The chip. In a file, {@code preset} may also be the path of a file with a {@code soc} section, or
 * {@code host} for the file of this machine; here it is the named preset on which that one rests.
 */
public record SocSection(
    @Parameter("what holds for all else: a preset, or a file with a soc section of its own")
        Preset preset,
    @Parameter("every parameter of the chip") @Inline SocSpec spec) {

  /** The published costs. */
  static SocSection defaults() {
    return of(Preset.A2A3);
  }

  /** A preset as it is. */
  static SocSection of(Preset preset) {
    return new SocSection(preset, preset.spec());
  }
}
