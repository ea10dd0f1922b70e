package io.ackfin.scenario;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.protocol.Invariant;
import java.util.Optional;

/** The outcome that makes a run a success. */
public record ExpectSection(
    @Parameter(
            value =
                "the exit code: 0 all well, 3 abnormal end or violation, 4 out of tolerance,"
                    + " 5 partial",
            max = 5)
        int exit,
    @Parameter("the invariant that is violated first; only with exit 3")
        Optional<Invariant> invariant) {
  /** A run ended abnormally, or an invariant was violated. */
  public static final int VIOLATED = 3;

  public ExpectSection {
    // 1 is a defect of the simulator and 2 an invalid input: neither is a result.
    if (exit == 1 || exit == 2) {
      throw new IllegalArgumentException("exit: " + exit + " (expected: 0, 3, 4 or 5)");
    }
    if (invariant.isPresent() && exit != VIOLATED) {
      throw new IllegalArgumentException(
          "invariant: "
              + invariant.get()
              + " with exit "
              + exit
              + " (expected: exit 3, as a violation ends a run)");
    }
  }
}
