package io.ackfin.scenario;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.core.time.Ticks;
import java.util.Optional;
import java.util.OptionalLong;

/** How the simulation is run; nothing here belongs to the chip. */
public record RunSection(
    @Parameter(
            value = "permutes the order of what happens at the same tick; without it, as wired",
            min = Long.MIN_VALUE)
        OptionalLong tieSeed,
    @Parameter(
            value = "the simulated time at which the run is stopped; without it, at its end",
            min = 1)
        Optional<Ticks> until,
    @Parameter("how pollers that find nothing are simulated; the result is the same")
        Polling polling) {

  /** As wired, to the end, polls that find nothing left out. */
  static RunSection defaults() {
    return new RunSection(OptionalLong.empty(), Optional.empty(), Polling.PARKED);
  }
}
