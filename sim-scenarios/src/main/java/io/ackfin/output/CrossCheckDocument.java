package io.ackfin.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ackfin.crosscheck.CrossCheckResult;
import io.ackfin.crosscheck.judge.CheckResult;
import io.ackfin.crosscheck.judge.RunCoverage;
import io.ackfin.crosscheck.timing.TimelineComparison;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a cross-check found, as {@code crosscheck.json} states it: each component is the field of
 * its name, in this order.
 *
 * @param format version of this structure
 * @param verdict {@code agrees}, {@code differs}, {@code violated} or {@code nothing compared}
 * @param faults the mistakes that were built into the runs
 * @param wanted rounds that were asked for
 * @param rounds those of them that were judged
 * @param roundsWithAllCases those in which every case occurred that the variant has
 * @param unjudged those whose recordings have gaps
 * @param interrupted whether it was stopped before its last round
 * @param failures the runs that failed
 * @param compared how much all checks compared together
 * @param differences how many differences they found
 * @param cases how often each completion case was taken
 * @param timeline real against predicted times; errors that were not measured are null
 * @param parts what the result is made of, if it is that of a suite
 * @param notes what a reader has to know
 * @param seconds how long the computer took
 */
record CrossCheckDocument(
    int format,
    String name,
    String verdict,
    List<String> faults,
    int wanted,
    int rounds,
    int roundsWithAllCases,
    int unjudged,
    boolean interrupted,
    List<String> failures,
    long compared,
    long differences,
    List<Check> checks,
    Map<String, Long> cases,
    Coverage coverage,
    Map<String, Object> timeline,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Part> parts,
    List<String> notes,
    BigDecimal seconds) {
  private static final int FORMAT = 1;
  private static final int ERROR_DIGITS = 3;

  /** The figures of a timeline that are always there, null where they were not measured. */
  private static final List<String> FIGURES =
      List.of("makespan", "gap", "headOverhead", "tailOverhead", "coreOrder");

  /** One check; its first difference is null if there is none. */
  record Check(String name, long compared, long differences, String first) {}

  /** What the runs reached, and which edges of the tables nobody took. */
  record Coverage(
      long guardWaits,
      long finSkips,
      long handOvers,
      long edgesTaken,
      List<String> edgesNeverTaken) {}

  /** One workload of a suite. */
  record Part(
      String name,
      String verdict,
      int rounds,
      long compared,
      long differences,
      Map<String, Long> cases) {}

  /** A figure of the timeline on both sides, with the range of the real one over rounds. */
  record Figure(
      String name,
      BigDecimal real,
      BigDecimal low,
      BigDecimal high,
      BigDecimal simulated,
      BigDecimal errorPct) {}

  static CrossCheckDocument of(CrossChecked checked) {
    CrossCheckResult result = checked.result();
    return new CrossCheckDocument(
        FORMAT,
        result.name(),
        result.verdict().toString(),
        checked.faults(),
        result.wanted(),
        result.rounds(),
        result.withAllCases(),
        result.unjudged(),
        result.interrupted(),
        result.failures(),
        result.compared(),
        result.differences(),
        result.judgement().checks().stream().map(CrossCheckDocument::check).toList(),
        cases(result.judgement().coverage()),
        coverage(result.judgement().coverage()),
        timeline(result.timeline()),
        checked.parts().stream().map(CrossCheckDocument::part).toList(),
        checked.notes(),
        checked.wall().seconds());
  }

  private static Part part(CrossCheckResult part) {
    return new Part(
        part.name(),
        part.verdict().toString(),
        part.rounds(),
        part.compared(),
        part.differences(),
        cases(part.judgement().coverage()));
  }

  private static Check check(CheckResult check) {
    return new Check(
        check.check().toString(),
        check.compared(),
        check.differences(),
        check.first().isEmpty() ? null : String.join("\n", check.first()));
  }

  private static Map<String, Long> cases(RunCoverage coverage) {
    Map<String, Long> cases = new LinkedHashMap<>();
    coverage.cases().forEach((taken, count) -> cases.put(taken.toString(), count));
    return cases;
  }

  private static Coverage coverage(RunCoverage coverage) {
    List<String> never = coverage.neverTaken();
    return new Coverage(
        coverage.guardWaits(),
        coverage.finSkips(),
        coverage.handOvers(),
        (long) coverage.edges().size() - never.size(),
        never);
  }

  private static Map<String, Object> timeline(TimelineComparison compared) {
    Map<String, Object> timeline = new LinkedHashMap<>();
    timeline.put("comparable", compared.comparable());
    timeline.put("why", compared.comparable() ? null : compared.why());
    FIGURES.forEach(figure -> timeline.put(figure + "ErrorPct", null));
    compared
        .figures()
        .forEach(figure -> timeline.put(figure.name() + "ErrorPct", number(figure.errorPct())));
    timeline.put(
        "figures",
        compared.figures().stream()
            .map(
                figure ->
                    new Figure(
                        figure.name(),
                        number(figure.real()),
                        number(figure.low()),
                        number(figure.high()),
                        number(figure.simulated()),
                        number(figure.errorPct())))
            .toList());
    return timeline;
  }

  /** Null for what was not measured. */
  private static BigDecimal number(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(ERROR_DIGITS, RoundingMode.HALF_EVEN)
        : null;
  }
}
