package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;

/** What one read of COND means (the package's rule of cases). Immutable; any thread. */
final class CompletionRules {
  private final boolean caseA;
  private final boolean caseB;
  private final boolean caseC;
  private final boolean caseD;

  CompletionRules(Variant variant, Faults faults) {
    caseA = !faults.has(Fault.CASE_A);
    caseB = !faults.has(Fault.CASE_B);
    caseC = !faults.has(Fault.CASE_C);
    // By parity FIN is always written, and what the pending one writes later completes both.
    caseD = variant != Variant.DUAL_SLOT_PARITY && !faults.has(Fault.CASE_D);
  }

  /**
   * Judges a word.
   *
   * @param running id or {@link InFlight#NONE}
   * @param pending id or {@link InFlight#NONE}
   */
  CompletionCase judge(int running, int pending, int cond) {
    int id = CondWord.id(cond);
    boolean fin = CondWord.isFin(cond);
    boolean waits = pending != InFlight.NONE;
    // The pending one first: its word says more than the running one's.
    if (waits && id == pending) {
      return allowed(fin ? CompletionCase.A : CompletionCase.B);
    }
    if (id == running && fin) {
      return allowed(waits ? CompletionCase.D : CompletionCase.C);
    }
    return CompletionCase.NONE;
  }

  private CompletionCase allowed(CompletionCase found) {
    boolean allowed =
        switch (found) {
          case A -> caseA;
          case B -> caseB;
          case C -> caseC;
          case D -> caseD;
          case NONE -> true;
        };
    return allowed ? found : CompletionCase.NONE;
  }
}
