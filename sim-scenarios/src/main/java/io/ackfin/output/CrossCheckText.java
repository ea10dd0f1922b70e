package io.ackfin.output;

import io.ackfin.crosscheck.CrossCheckResult;
import io.ackfin.crosscheck.judge.CheckResult;
import io.ackfin.crosscheck.judge.RunCoverage;
import io.ackfin.crosscheck.timing.TimelineComparison;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a person sees after a cross-check: the verdict, what each check compared and found, what was
 * reached, the times, and the first difference of each check.
 */
public final class CrossCheckText {
  private static final String BETWEEN = "   ";
  private static final int MOST_EDGES = 5;
  // Of what stands behind a label.
  private static final int WIDTH = 83;

  private final List<String> lines = new ArrayList<>();

  private CrossCheckText() {}

  /**
   * The lines about a cross-check.
   *
   * @param folder where its files are; null if there are none
   */
  public static List<String> of(CrossChecked checked, Path folder) {
    CrossCheckResult result = checked.result();
    CrossCheckText text = new CrossCheckText();
    checked.parts().forEach(text::part);
    text.lines.add(result.name() + ": " + verdict(result) + faults(checked));
    text.rounds(checked);
    result.judgement().checks().forEach(text::check);
    text.cases(result);
    text.coverage(result.judgement().coverage());
    text.timeline(result.timeline());
    checked.notes().forEach(note -> text.row("note", note));
    if (folder != null) {
      text.row("files", folder.toString());
    }
    result.judgement().checks().forEach(text::first);
    return List.copyOf(text.lines);
  }

  private static String verdict(CrossCheckResult result) {
    return switch (result.verdict()) {
      case AGREES -> "model and runtime agree";
      case DIFFERS -> format("DIFFERENT in %,d places", result.differences());
      case VIOLATED -> "VIOLATED";
      case EMPTY -> "NOTHING COMPARED by some check, so nothing is known";
    };
  }

  private static String faults(CrossChecked checked) {
    return checked.faults().isEmpty()
        ? ""
        : " (built in: " + String.join(", ", checked.faults()) + ")";
  }

  private void rounds(CrossChecked checked) {
    CrossCheckResult result = checked.result();
    String of = result.rounds() == result.wanted() ? "" : format(" of %,d", result.wanted());
    String gaps =
        result.unjudged() == 0
            ? ""
            : format(", %,d not judged as their recordings have gaps", result.unjudged());
    row(
        "rounds",
        format("%,d%s in %.3f s", result.rounds(), of, checked.wall().seconds())
            + gaps
            + (result.interrupted() ? ", interrupted" : ""));
    result.failures().forEach(failure -> parts("failed", failure.split("(?<=;) ")));
  }

  private void check(CheckResult check) {
    String found =
        check.differences() == 0
            ? check.compared() == 0 ? "" : ", no difference"
            : format(", %,d DIFFERENT", check.differences());
    row(check.check().toString(), format("%,d compared", check.compared()) + found);
  }

  private void cases(CrossCheckResult result) {
    row(
        "cases",
        cases(result.judgement().coverage())
            + format(BETWEEN + "all in %,d of %,d rounds", result.withAllCases(), result.rounds()));
  }

  private void coverage(RunCoverage coverage) {
    List<String> never = coverage.neverTaken();
    int edges = coverage.edges().size();
    row(
        "coverage",
        format("guard waits %,d", coverage.guardWaits())
            + format(BETWEEN + "FIN-skips %,d", coverage.finSkips())
            + format(BETWEEN + "hand-overs %,d", coverage.handOvers())
            + format(BETWEEN + "edges %,d of %,d", edges - never.size(), edges));
    never.stream().limit(MOST_EDGES).forEach(edge -> row("", "never " + edge));
    if (never.size() > MOST_EDGES) {
      row("", format("and %,d more never taken", never.size() - MOST_EDGES));
    }
  }

  private static String cases(RunCoverage coverage) {
    return coverage.cases().entrySet().stream()
        .map(entry -> format("%s %,d", entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(BETWEEN));
  }

  /** One workload of a suite on one line. */
  private void part(CrossCheckResult part) {
    lines.add(
        format(
            "%-32s %-10s %,4d rounds %,12d compared   %s",
            part.name(),
            part.verdict(),
            part.rounds(),
            part.compared(),
            cases(part.judgement().coverage())));
  }

  private void timeline(TimelineComparison timeline) {
    if (!timeline.comparable()) {
      row("timeline", "not comparable: " + timeline.why());
      return;
    }
    String label = "timeline";
    for (TimelineComparison.Figure figure : timeline.figures()) {
      row(
          label,
          format(
              "%-12s real %,.2f (%,.2f to %,.2f)   simulated %,.2f   error %+.2f %%",
              figure.name(),
              figure.real(),
              figure.low(),
              figure.high(),
              figure.simulated(),
              figure.errorPct()));
      label = "";
    }
  }

  private void first(CheckResult check) {
    if (!check.first().isEmpty()) {
      lines.add("");
      lines.add(check.check() + ": " + check.first().get(0));
      check.first().stream().skip(1).map(line -> "  " + line).forEach(lines::add);
    }
  }

  /** A labelled row; what does not fit on a line goes on below. */
  private void parts(String label, String... parts) {
    StringBuilder line = new StringBuilder();
    String before = label;
    for (String part : parts) {
      if (line.length() > 0 && line.length() + part.length() >= WIDTH) {
        row(before, line.toString());
        line.setLength(0);
        before = "";
      }
      line.append(line.length() == 0 ? "" : " ").append(part);
    }
    row(before, line.toString());
  }

  private void row(String label, String text) {
    lines.add(format("  %-14s ", label) + text);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
