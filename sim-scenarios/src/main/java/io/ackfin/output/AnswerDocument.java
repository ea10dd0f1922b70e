package io.ackfin.output;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.verify.Answer;
import io.ackfin.verify.Counterexample;
import io.ackfin.verify.ExplorerOptions;
import io.ackfin.verify.Reached;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an exploration found, as {@code answer.json} states it: each component is the field of its
 * name, in this order.
 *
 * @param format version of this structure
 * @param verdict {@code holds}, {@code violated} or {@code unfinished}
 * @param violated names of the invariants that can break
 * @param unfinished why not everything was looked at; null if it was
 * @param states situations found
 * @param frontier those of them whose steps were not looked at
 * @param transitions steps between them, without those that change nothing
 * @param depth steps on the shortest way to the farthest situation
 * @param counterexample the steps of the shortest way into the first violated invariant; none if
 *     nothing is violated
 * @param cases how many of the steps were a poll of each completion case, a wait of the guard and a
 *     FIN that was left out
 * @param aborts dispatches that were given up
 * @param completionInputs polls by the entry of the completion table that they looked up; entries
 *     that do not occur are absent
 * @param counterexamples a shortest way into each violated invariant
 * @param symmetric whether identical cores were taken as one
 * @param bitsPerState bits kept of each situation
 * @param missedProbability the most that the probability of having missed a situation can be; 0 if
 *     situations were kept whole
 * @param seconds how long the computer took
 * @param statesPerSecond situations found in a second of the computer's time
 * @param system what was explored
 * @param search how, and how far
 */
record AnswerDocument(
    int format,
    String verdict,
    List<String> violated,
    String unfinished,
    long states,
    long frontier,
    long transitions,
    int depth,
    List<Step> counterexample,
    Map<String, Long> cases,
    long aborts,
    Map<String, Long> completionInputs,
    List<Violation> counterexamples,
    boolean symmetric,
    int bitsPerState,
    double missedProbability,
    BigDecimal seconds,
    BigDecimal statesPerSecond,
    SystemDocument system,
    Search search) {
  private static final int FORMAT = 1;

  /** One step of a way: who does what, and the value that is read or written. */
  record Step(int number, String who, String what, String value) {}

  /**
   * A shortest way into the violation of one invariant, and the situation at its end.
   *
   * @param round how many steps, from the last one back, can be taken again and again; 0 unless
   *     that is what is wrong
   */
  record Violation(
      String invariant, String reason, List<Step> steps, int round, List<String> situation) {}

  /** What the search was allowed, and how it kept situations. */
  record Search(int limit, long bytes, boolean symmetry, boolean compact) {}

  static AnswerDocument of(Exploration exploration) {
    Answer answer = exploration.answer();
    ExplorerOptions options = exploration.options();
    List<Violation> violations = answer.violated().stream().map(AnswerDocument::violation).toList();
    return new AnswerDocument(
        FORMAT,
        answer.verdict().toString(),
        violations.stream().map(Violation::invariant).toList(),
        answer.unfinished().isEmpty() ? null : answer.unfinished(),
        answer.states(),
        answer.frontier(),
        answer.transitions(),
        answer.depth(),
        violations.isEmpty() ? List.of() : violations.get(0).steps(),
        cases(answer.reached()),
        answer.reached().aborts(),
        answer.reached().inputs(),
        violations,
        answer.symmetric(),
        answer.bitsPerState(),
        answer.missed(),
        exploration.wall().seconds(),
        exploration.wall().perSecond(answer.states()),
        SystemDocument.of(exploration.system()),
        new Search(options.states(), options.bytes(), options.symmetry(), options.compaction()));
  }

  private static Violation violation(Counterexample way) {
    return new Violation(
        way.invariant().toString(),
        way.reason(),
        way.steps().stream()
            .map(step -> new Step(step.number(), step.who(), step.what(), step.value()))
            .toList(),
        way.round(),
        way.situation());
  }

  private static Map<String, Long> cases(Reached reached) {
    Map<String, Long> cases = new LinkedHashMap<>();
    for (CompletionCase taken : CompletionCase.values()) {
      if (taken != CompletionCase.NONE) {
        cases.put(taken.toString(), reached.cases().get(taken));
      }
    }
    String none = CompletionCase.NONE.toString().toLowerCase(Locale.ROOT);
    cases.put(none, reached.cases().get(CompletionCase.NONE));
    cases.put("guardWait", reached.guardWaits());
    cases.put("finSkip", reached.finSkips());
    return cases;
  }
}
