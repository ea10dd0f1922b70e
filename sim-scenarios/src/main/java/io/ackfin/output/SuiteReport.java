package io.ackfin.output;

import io.ackfin.protocol.Invariant;
import io.ackfin.verify.Answer;
import io.ackfin.verify.Counterexample;
import io.ackfin.verify.Step;
import io.ackfin.verify.Verdict;
import io.ackfin.verify.suite.SuiteRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The suite's result as a page: what is unsafe in the original, with the shortest way in and the
 * least change that repairs it, then a table for each group. Holds nothing that differs from run to
 * run, so that a change of a result shows as a change of the page.
 */
public final class SuiteReport {
  private static final String PAGE = "verify.md";

  /**
   * A row and what exploring it found.
   *
   * @param row what was explored, and what was expected
   * @param answer what was found
   */
  public record Result(SuiteRow row, Answer answer) {
    /** The invariants that break. */
    public Set<Invariant> violated() {
      Set<Invariant> violated = EnumSet.noneOf(Invariant.class);
      answer.violated().forEach(way -> violated.add(way.invariant()));
      return violated;
    }

    /** Whether exactly what was expected was found, and everything was looked at. */
    public boolean asExpected() {
      boolean finished = answer.unfinished().isEmpty();
      return finished && violated().equals(row.expected());
    }

    int shortestWay() {
      return answer.violated().stream().mapToInt(way -> way.steps().size()).min().orElse(0);
    }
  }

  private final List<Result> results;
  private final List<String> lines = new ArrayList<>();

  private SuiteReport(List<Result> results) {
    this.results = results;
  }

  /** The page, line by line. */
  public static List<String> of(List<Result> results) {
    SuiteReport report = new SuiteReport(results);
    report.head();
    report.unsafeChoices();
    report.groups();
    return report.lines;
  }

  /**
   * Writes the page into a folder, which is made if it is missing; an earlier page is replaced
   * whole or not at all.
   *
   * @return where it is
   * @throws OutputException if it cannot be written
   */
  public static Path write(Path folder, List<Result> results) {
    Path page = folder.resolve(PAGE);
    Path part = folder.resolve(PAGE + ".part");
    try {
      Files.createDirectories(folder);
      Files.writeString(part, String.join("\n", of(results)) + "\n");
      return Files.move(part, page, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw OutputException.of(page, e);
    }
  }

  private void head() {
    long states = results.stream().mapToLong(result -> result.answer().states()).sum();
    long differ = results.stream().filter(result -> !result.asExpected()).count();
    add("# What holds, and what does not, whatever the order of steps");
    add("");
    add("Made by `./ackfin verify --suite`; a test holds this page to what the explorer finds.");
    add(
        String.format(
            Locale.ROOT,
            "%,d bounded systems, %,d situations, every one of them reached and looked at.",
            results.size(),
            states));
    add(
        differ == 0
            ? "Each gives exactly what is declared of it."
            : "**" + differ + " do not give what is declared of them; they are marked.**");
    add("");
    add(
        "*States* are situations (of those that differ only in which identical core is which, one),");
    add(
        "*transitions* steps between them that change something, *depth* the steps to the farthest");
    add(
        "one, *way* the steps of the shortest way into the first violation. A system is proved for");
    add(
        "its own size and no other. `ackfin verify` with the row's options gives the whole answer.");
  }

  /** One for each repair: the shortest way of all that it repairs. */
  private void unsafeChoices() {
    Map<String, List<Result>> byRepair = new LinkedHashMap<>();
    for (Result result : results) {
      if (result.row().isUnsafeChoice()) {
        byRepair.computeIfAbsent(result.row().repair(), r -> new ArrayList<>()).add(result);
      }
    }
    add("");
    add("## Where the original's own choices are not safe");
    int number = 1;
    for (Map.Entry<String, List<Result>> entry : byRepair.entrySet()) {
      add("");
      unsafeChoice(number++, entry.getKey(), shortest(entry.getValue()), entry.getValue());
    }
  }

  private static Result shortest(List<Result> results) {
    Result shortest = results.get(0);
    for (Result result : results) {
      if (result.shortestWay() < shortest.shortestWay()) {
        shortest = result;
      }
    }
    return shortest;
  }

  private void unsafeChoice(int number, String repair, Result shortest, List<Result> all) {
    add("### " + number + ". " + shortest.row().name());
    add("");
    add("Breaks " + names(shortest.violated()) + ": " + shortest.row().because() + ".");
    add("The least change that repairs it: " + repair + ".");
    if (all.size() > 1) {
      String others =
          all.stream()
              .filter(result -> !result.equals(shortest))
              .map(result -> result.row().name())
              .collect(Collectors.joining("; "));
      add("The same in: " + others + ".");
    }
    add("");
    add("The shortest way in, `" + SystemCommand.line(shortest.row().system()) + "`:");
    add("");
    way(shortest);
  }

  private void way(Result result) {
    Counterexample way = null;
    for (Counterexample each : result.answer().violated()) {
      way = way == null || each.steps().size() < way.steps().size() ? each : way;
    }
    if (way == null) {
      add("(none was found)");
      return;
    }
    add("```");
    for (Step step : way.steps()) {
      add(step.line());
    }
    add("      " + way.invariant() + ": " + way.reason());
    way.situation().forEach(line -> add("      | " + line));
    add("```");
  }

  private void groups() {
    String group = "";
    for (Result result : results) {
      if (!result.row().group().equals(group)) {
        group = result.row().group();
        add("");
        add("## " + sentence(group).replace(".", ""));
        add("");
        add("| system | verdict | violated | states | transitions | depth | way | why |");
        add("|---|---|---|--:|--:|--:|--:|---|");
      }
      row(result);
    }
  }

  private void row(Result result) {
    Answer answer = result.answer();
    String differs =
        result.asExpected() ? "" : " **(declared: " + names(result.row().expected()) + ")**";
    add(
        String.format(
            Locale.ROOT,
            "| %s | %s | %s%s | %,d | %,d | %d | %s | %s |",
            result.row().name(),
            answer.verdict(),
            names(result.violated()),
            differs,
            answer.states(),
            answer.transitions(),
            answer.depth(),
            answer.verdict() == Verdict.VIOLATED ? result.shortestWay() : "",
            result.row().because()));
  }

  private static String names(Collection<Invariant> invariants) {
    return invariants.stream().map(Invariant::toString).collect(Collectors.joining(", "));
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }

  private void add(String line) {
    lines.add(line);
  }
}
