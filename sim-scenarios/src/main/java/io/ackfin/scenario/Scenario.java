package io.ackfin.scenario;

import io.ackfin.core.parameter.Parameter;
import java.util.Optional;

/**
 * Everything that a run depends on: equal scenarios give equal results. Loaded from a file by
 * {@link ScenarioLoader}, which also checks what one section alone cannot see.
 */
public record Scenario(
    @Parameter(value = "version of the file format", min = 1, max = 1) int ackfin,
    @Parameter("what the run is called in its outputs") String name,
    @Parameter(value = "of every random draw", min = Long.MIN_VALUE) long seed,
    @Parameter("the chip") SocSection soc,
    @Parameter("the handshake between control CPU and cores") ProtocolSection protocol,
    @Parameter("what the chip is given to do") Workload workload,
    @Parameter("how the simulation is run") RunSection run,
    @Parameter("how the workload is run for real, by threads of this host") RuntimeSection runtime,
    @Parameter("an outcome that makes the run a success; without it, that nothing is violated")
        Optional<ExpectSection> expect) {

  /** Version of the file format that this build reads and writes. */
  public static final int FORMAT = 1;

  /**
   * The defaults. The format's version, the name and the workload have none: what stands here for
   * them is only a stand-in.
   */
  static Scenario defaults() {
    return new Scenario(
        FORMAT,
        "unnamed",
        1,
        SocSection.defaults(),
        ProtocolSection.defaults(),
        Workload.Generated.standIn(),
        RunSection.defaults(),
        RuntimeSection.defaults(),
        Optional.empty());
  }
}
