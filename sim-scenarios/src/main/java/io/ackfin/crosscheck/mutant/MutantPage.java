package io.ackfin.crosscheck.mutant;

import io.ackfin.crosscheck.judge.CheckKind;
import io.ackfin.runtime.dispatch.Fault;
import io.ackfin.runtime.dispatch.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table of mutants as a page in Markdown. It holds no times, so that it can be compared. */
public final class MutantPage {
  private MutantPage() {}

  /**
   * Writes the page; the folder is made if it is missing.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(MutantResult result, Path file) throws IOException {
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    Files.writeString(file, String.join("\n", lines(result)) + "\n");
  }

  /** The page, line by line. */
  public static List<String> lines(MutantResult result) {
    List<String> lines = new ArrayList<>();
    lines.add("# What the cross-check finds");
    lines.add("");
    lines.add("Made by `ackfin crosscheck --mutants`, " + host() + ".");
    lines.add("");
    lines.add(verdict(result));
    lines.add("");
    addTable(lines, result);
    lines.add("");
    addClean(lines, result);
    addSurprises(lines, result);
    return lines;
  }

  private static String host() {
    return "on JDK %s with %d processors"
        .formatted(Runtime.version().feature(), Runtime.getRuntime().availableProcessors());
  }

  private static String verdict(MutantResult result) {
    long harmful = result.rows().stream().filter(row -> !row.effect().isHarmless()).count();
    long caught =
        result.rows().stream()
            .filter(row -> !row.effect().isHarmless() && !row.caughtBy().isEmpty())
            .count();
    return String.format(
        Locale.ROOT,
        "%d faults in %d variants: %d of %d that do harm were caught, %d are harmless where they"
            + " stand; %d false alarms in %,d runs without a fault.",
        Fault.values().length,
        Variant.values().length,
        caught,
        harmful,
        result.rows().size() - harmful,
        result.falseAlarms().size(),
        result.cleanRuns());
  }

  private static void addTable(List<String> lines, MutantResult result) {
    lines.add(
        "A cell names the checks that found the fault, the first in the order of reports first,"
            + " and the rounds that it took (at most "
            + result.options().rounds()
            + "). What is harmless was run "
            + result.options().harmlessRounds()
            + " times, and nothing was found.");
    lines.add("");
    StringBuilder head = new StringBuilder("| Fault |");
    StringBuilder rule = new StringBuilder("|---|");
    for (Variant variant : Variant.values()) {
      head.append(' ').append(variant).append(" |");
      rule.append("---|");
    }
    lines.add(head.toString());
    lines.add(rule.toString());
    for (Fault fault : Fault.values()) {
      lines.add(
          result.rows().stream()
              .filter(row -> row.fault() == fault)
              .map(MutantPage::cell)
              .collect(Collectors.joining(" | ", "| `" + fault + "` | ", " |")));
    }
  }

  private static String cell(MutantRow row) {
    if (row.caughtBy().isEmpty()) {
      return row.effect().isHarmless()
          ? "harmless: " + row.effect().harmlessBecause()
          : "**not caught**";
    }
    String checks =
        row.caughtBy().stream().map(CheckKind::toString).collect(Collectors.joining(", "));
    return (row.effect().isHarmless() ? "**harmless, but caught** " : "")
        + checks
        + ", round "
        + row.rounds();
  }

  private static void addClean(List<String> lines, MutantResult result) {
    lines.add("Compared in the runs without a fault:");
    lines.add("");
    lines.add("| Check | Compared | Differences |");
    lines.add("|---|--:|--:|");
    for (CheckKind check : CheckKind.values()) {
      long differences =
          result.clean().map(judgement -> judgement.check(check).differences()).orElse(0L);
      lines.add(
          String.format(
              Locale.ROOT, "| %s | %,d | %,d |", check, result.compared(check), differences));
    }
  }

  private static void addSurprises(List<String> lines, MutantResult result) {
    if (!result.falseAlarms().isEmpty()) {
      lines.add("");
      lines.add("False alarms:");
      lines.add("");
      result.falseAlarms().forEach(alarm -> lines.add("- " + alarm));
    }
  }
}
