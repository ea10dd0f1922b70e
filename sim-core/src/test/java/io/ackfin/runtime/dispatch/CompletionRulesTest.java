package io.ackfin.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole square of (running, pending, id, state) over four ids, against the rows as written. */
@Tag("unit")
class CompletionRulesTest {
  private static final int IDS = 4;
  private static final int NONE = InFlight.NONE;

  @Test
  void everySituationOfASmallIdSpaceIsJudgedByItsRow() {
    CompletionRules rules = new CompletionRules(Variant.DUAL_SLOT, Faults.NONE);
    int[] found = new int[CompletionCase.COUNT];
    for (int running = 0; running < IDS; running++) {
      for (int pending = NONE; pending < IDS; pending++) {
        for (int id = 0; id < IDS && pending != running; id++) {
          CompletionCase ack = rules.judge(running, pending, CondWord.ack(id));
          CompletionCase fin = rules.judge(running, pending, CondWord.fin(id));
          assertThat(ack)
              .as("running %d, pending %d, ACK(%d)", running, pending, id)
              .isEqualTo(id == pending ? CompletionCase.B : CompletionCase.NONE);
          assertThat(fin)
              .as("running %d, pending %d, FIN(%d)", running, pending, id)
              .isEqualTo(finRow(running, pending, id));
          found[ack.ordinal()]++;
          found[fin.ordinal()]++;
        }
      }
    }
    // 4 running ids; without a pending one each has one C; with each of 3 pending ones A, B and D.
    assertThat(found).containsExactly(4 * (8 - 1) + 12 * (8 - 3), 12, 12, 4, 12);
  }

  private static CompletionCase finRow(int running, int pending, int id) {
    if (id == pending) {
      return CompletionCase.A;
    }
    if (id != running) {
      return CompletionCase.NONE;
    }
    return pending == NONE ? CompletionCase.C : CompletionCase.D;
  }

  @Test
  void reservedWordsOfTheCoreMeanNothing() {
    CompletionRules rules = new CompletionRules(Variant.DUAL_SLOT, Faults.NONE);
    assertThat(rules.judge(1, 2, CondWord.CORE_IDLE)).isEqualTo(CompletionCase.NONE);
    assertThat(rules.judge(1, NONE, CondWord.CORE_EXITED)).isEqualTo(CompletionCase.NONE);
  }

  @Test
  void byParityFinOfTheRunningOneIsSkippedWhileOneIsPending() {
    CompletionRules rules = new CompletionRules(Variant.DUAL_SLOT_PARITY, Faults.NONE);
    assertThat(rules.judge(1, 2, CondWord.fin(1))).isEqualTo(CompletionCase.NONE);
    assertThat(rules.judge(1, 2, CondWord.ack(2))).isEqualTo(CompletionCase.B);
    assertThat(rules.judge(1, 2, CondWord.fin(2))).isEqualTo(CompletionCase.A);
    assertThat(rules.judge(1, NONE, CondWord.fin(1))).isEqualTo(CompletionCase.C);
  }

  @Test
  void aCaseThatIsSwitchedOffIsAnythingElseAndTheOthersStay() {
    Fault[] switches = {Fault.CASE_A, Fault.CASE_B, Fault.CASE_C, Fault.CASE_D};
    CompletionCase[] rows = {
      CompletionCase.A, CompletionCase.B, CompletionCase.C, CompletionCase.D
    };
    for (int off = 0; off < rows.length; off++) {
      CompletionRules rules =
          new CompletionRules(Variant.DUAL_SLOT, new Faults(Set.of(switches[off])));
      CompletionCase[] judged = {
        rules.judge(1, 2, CondWord.fin(2)),
        rules.judge(1, 2, CondWord.ack(2)),
        rules.judge(1, NONE, CondWord.fin(1)),
        rules.judge(1, 2, CondWord.fin(1))
      };
      for (int row = 0; row < rows.length; row++) {
        assertThat(judged[row])
            .as("%s without %s", rows[row], switches[off])
            .isEqualTo(row == off ? CompletionCase.NONE : rows[row]);
      }
    }
  }
}
