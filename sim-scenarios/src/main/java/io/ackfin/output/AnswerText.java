package io.ackfin.output;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.Invariant;
import io.ackfin.verify.Answer;
import io.ackfin.verify.Counterexample;
import io.ackfin.verify.Reached;
import io.ackfin.verify.Step;
import io.ackfin.verify.Verdict;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a person sees after an exploration: the verdict and what was explored, the figures, and each
 * way into a violation, a line a step.
 */
public final class AnswerText {
  private static final int WIDTH = 100;
  private static final String BETWEEN = "   ";

  private final List<String> lines = new ArrayList<>();

  private AnswerText() {}

  /**
   * The lines about an exploration.
   *
   * @param folder where its files are
   */
  public static List<String> of(Exploration exploration, Path folder) {
    Answer answer = exploration.answer();
    AnswerText text = new AnswerText();
    text.lines.add(answer.verdict() + ": " + SystemText.title(exploration.system()));
    text.row("explored", SystemText.choices(exploration.system()), ", ");
    text.extent(exploration);
    text.coverage(answer.reached());
    text.invariants(answer);
    // A path that is broken is of no use.
    text.lines.add(label("files") + folder);
    for (Counterexample way : answer.violated()) {
      text.lines.add("");
      text.lines.addAll(of(way));
    }
    return List.copyOf(text.lines);
  }

  /** The lines of one way into a violation: what is wrong, the steps, the situation at the end. */
  static List<String> of(Counterexample way) {
    List<String> lines = new ArrayList<>();
    lines.add(way.invariant() + ": " + way.reason());
    lines.add(format("  the %,d steps there:", way.steps().size()));
    way.steps().stream().map(Step::line).forEach(lines::add);
    if (way.round() > 0) {
      lines.add(format("  and the last %,d of them again and again", way.round()));
    }
    lines.add("  the state that broke:");
    way.situation().forEach(line -> lines.add("    " + line));
    return lines;
  }

  private void extent(Exploration exploration) {
    Answer answer = exploration.answer();
    if (!answer.unfinished().isEmpty()) {
      row("end", List.of(answer.unfinished()), "");
    }
    String looked = answer.frontier() == 0 ? "" : format(", %,d not looked at", answer.frontier());
    row("states", List.of(format("%,d%s", answer.states(), looked)), "");
    row("transitions", List.of(format("%,d", answer.transitions())), "");
    row("depth", List.of(format("%,d", answer.depth())), "");
    row("a state", List.of(format("%d bits", answer.bitsPerState()), kept(exploration)), ", ");
    row("symmetry", List.of(symmetry(exploration)), "");
    BigDecimal rate = exploration.wall().perSecond(answer.states());
    row(
        "speed",
        List.of(
            (rate == null ? "" : format("%,d states a second, ", rate.longValue()))
                + format("%.3f s", exploration.wall().seconds())),
        "");
  }

  private static String kept(Exploration exploration) {
    return exploration.options().compaction()
        ? format(
            "its hash alone: any was missed with a probability of at most %.1e",
            exploration.answer().missed())
        : "kept whole: none can have been missed";
  }

  private static String symmetry(Exploration exploration) {
    if (exploration.answer().symmetric()) {
      return "identical cores taken as one";
    }
    return exploration.options().symmetry()
        ? "none: every core is told from every other"
        : "not made use of";
  }

  private void coverage(Reached reached) {
    List<String> cases = new ArrayList<>();
    for (CompletionCase taken : CompletionCase.values()) {
      if (taken != CompletionCase.NONE) {
        cases.add(format("%s %,d", taken, reached.cases().get(taken)));
      }
    }
    cases.add(format("none %,d", reached.cases().get(CompletionCase.NONE)));
    row("cases", cases, BETWEEN);
    row(
        "coverage",
        List.of(
            format("guard waits %,d", reached.guardWaits()),
            format("FIN-skips %,d", reached.finSkips()),
            format("dispatches given up %,d", reached.aborts())),
        BETWEEN);
    List<String> inputs =
        reached.inputs().entrySet().stream()
            .map(input -> format("%-38s %,d", input.getKey(), input.getValue()))
            .toList();
    for (int i = 0; i < inputs.size(); i++) {
      row(i == 0 ? "COND read" : "", List.of(inputs.get(i)), "");
    }
  }

  private void invariants(Answer answer) {
    int all = Invariant.values().length;
    if (answer.verdict() == Verdict.HOLDS) {
      row("invariants", List.of("all " + all + " hold, whatever the order of steps"), "");
    } else if (answer.verdict() == Verdict.UNFINISHED) {
      row("invariants", List.of("none of " + all + " was seen to break"), "");
    } else {
      String broken =
          answer.violated().stream()
              .map(way -> way.invariant().toString())
              .collect(Collectors.joining(", "));
      row(
          "invariants",
          List.of(answer.violated().size() + " of " + all + " VIOLATED", broken),
          ": ");
    }
  }

  /** A labelled row; what does not fit on a line goes on below. */
  private void row(String label, List<String> parts, String between) {
    StringBuilder line = new StringBuilder(label(label));
    boolean first = true;
    for (String part : parts) {
      if (!first && line.length() + between.length() + part.length() > WIDTH) {
        lines.add(line.append(between.stripTrailing()).toString());
        line = new StringBuilder(label(""));
        first = true;
      }
      line.append(first ? "" : between).append(part);
      first = false;
    }
    lines.add(line.toString());
  }

  private static String label(String label) {
    return format("  %-14s ", label);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
