package io.ackfin.cli;

import io.ackfin.crosscheck.CrossCheckResult;
import io.ackfin.crosscheck.suite.CrossCheckSuite;
import io.ackfin.scenario.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What else a cross-check must come to for it to be a success. */
final class DemandOptions {
  private static final String TOLERANCE = "--tolerance";
  private static final Pattern PERCENT = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");

  @Option(
      names = "--require-cases",
      description = "fails if a completion case that the variant has was never taken")
  private boolean requireCases;

  @Option(
      names = TOLERANCE,
      paramLabel = "PCT",
      description =
          "fails if a predicted time is off by more than so many percent; without it, errors are"
              + " reported and never fail")
  private String tolerance;

  private OptionalDouble percent = OptionalDouble.empty();

  /** Reads the values, before anything is asked. */
  void read(OptionReader reader) {
    if (tolerance == null) {
      return;
    }
    if (PERCENT.matcher(tolerance).matches()) {
      percent = OptionalDouble.of(Double.parseDouble(tolerance));
    } else {
      reader.refuse(TOLERANCE, tolerance, "a percentage such as 10 or 2.5");
    }
  }

  /** What a suite does not come to, a line each: each case has to occur often enough. */
  static List<String> unmetBySuite(CrossCheckResult result) {
    return result.judgement().coverage().cases().entrySet().stream()
        .filter(taken -> taken.getValue() < CrossCheckSuite.LEAST_OF_EACH_CASE)
        .map(
            taken ->
                "case "
                    + taken.getKey()
                    + ": "
                    + taken.getValue()
                    + " times (expected: at least "
                    + CrossCheckSuite.LEAST_OF_EACH_CASE
                    + ")")
        .toList();
  }

  /** What the result does not come to, a line each. */
  List<String> unmet(CrossCheckResult result) {
    List<String> unmet = new ArrayList<>();
    if (requireCases && !result.missingCases().isEmpty()) {
      unmet.add(
          "never taken: "
              + result.missingCases()
              + " (expected with --require-cases: "
              + Problem.oneOf(result.possible()).replace("one of", "each of")
              + ")");
    }
    double worst = result.worstErrorPct();
    if (percent.isPresent() && worst > percent.getAsDouble()) {
      unmet.add(
          String.format(
              Locale.ROOT,
              "the worst prediction is off by %.2f %% (expected: at most %s %%)",
              worst,
              tolerance));
    }
    return unmet;
  }

  /** Whether times were to be compared and could not be. */
  boolean isUndecided(CrossCheckResult result) {
    return percent.isPresent() && !result.timeline().comparable();
  }
}
