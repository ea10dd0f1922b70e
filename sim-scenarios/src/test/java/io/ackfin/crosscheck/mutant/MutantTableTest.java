package io.ackfin.crosscheck.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.crosscheck.judge.CheckKind;
import io.ackfin.runtime.dispatch.Fault;
import io.ackfin.runtime.dispatch.Variant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault is found in every variant in which it does harm, and the page says so. */
@Tag("stress")
@Timeout(120)
class MutantTableTest {
  private static final MutantOptions SMALL = new MutantOptions(20, 3, 5, 500, 7);
  private static final List<String> TOLD = new ArrayList<>();
  private static MutantResult result;

  @BeforeAll
  static void makeTheTable() {
    result = MutantTable.run(SMALL, (done, all, what) -> TOLD.add(done + "/" + all + " " + what));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aFaultIsFoundByTheCheckThatIsForIt(Fault fault) {
    List<MutantRow> rows = result.rows().stream().filter(row -> row.fault() == fault).toList();
    assertThat(rows).extracting(MutantRow::variant).containsExactly(Variant.values());
    for (MutantRow row : rows) {
      assertThat(row.asExpected()).as("%s", row).isTrue();
      if (!row.effect().isHarmless()) {
        assertThat(row.caughtBy()).as("%s", row).first().isEqualTo(row.effect().caughtBy());
        assertThat(row.first()).isNotEmpty();
      }
    }
  }

  /** It is told where it happened, and not at the next completion, which is in order. */
  @Test
  void aCompletionThatIsMissingIsToldWhereItIsMissing() {
    MutantRow promoted =
        result.rows().stream()
            .filter(row -> row.fault() == Fault.PROMOTE_WITHOUT_COMPLETING)
            .filter(row -> row.variant() == Variant.DUAL_SLOT)
            .findFirst()
            .orElseThrow();
    assertThat(promoted.first()).first().asString().contains("nothing was completed before it");
  }

  @Test
  void everyFaultDoesHarmInTheVariantOfTheOriginal() {
    for (Fault fault : Fault.values()) {
      assertThat(FaultEffect.of(fault, Variant.DUAL_SLOT).isHarmless()).as("%s", fault).isFalse();
    }
  }

  @Test
  void thePageListsEveryFaultAndWhatWasFound(@TempDir Path folder) throws Exception {
    List<MutantRow> rows = new ArrayList<>();
    for (Fault fault : Fault.values()) {
      for (Variant variant : Variant.values()) {
        FaultEffect effect = FaultEffect.of(fault, variant);
        List<CheckKind> by = effect.isHarmless() ? List.of() : List.of(effect.caughtBy());
        rows.add(new MutantRow(fault, variant, effect, 2, by, List.of()));
      }
    }
    rows.set(
        0,
        new MutantRow(
            Fault.ACK_GUARD,
            Variant.SINGLE_SLOT,
            rows.get(0).effect(),
            1,
            List.of(CheckKind.REGISTERS),
            List.of("x")));
    MutantResult surprising =
        new MutantResult(SMALL, rows, 0, Optional.empty(), List.of("decisions: y"));
    Path file = folder.resolve("new/mutants.md");
    MutantPage.write(surprising, file);
    List<String> page = Files.readAllLines(file);
    for (Fault fault : Fault.values()) {
      assertThat(page).as("%s", fault).anyMatch(line -> line.startsWith("| `" + fault + "` | "));
    }
    assertThat(page)
        .contains(
            "| `fin-skip` | harmless: FIN is always written | inclusion, round 2 | harmless: FIN is"
                + " always written |",
            "- decisions: y")
        .anyMatch(line -> line.contains("| **harmless, but caught** registers, round 1 |"));
    assertThat(surprising.asExpected()).isFalse();
  }

  @Test
  void cleanRunsAreSummedUpAndToldAbout() {
    assertThat(result.asExpected()).as("%s", MutantPage.lines(result)).isTrue();
    int all = Fault.values().length * Variant.values().length + 5;
    assertThat(TOLD).hasSize(all).last().isEqualTo(all + "/" + all + " clean run 5");
    for (CheckKind check : CheckKind.values()) {
      assertThat(result.compared(check)).as("%s", check).isPositive();
    }
  }

  @Test
  void theCommittedPageHasEveryFaultCaughtAndNoFalseAlarm() throws Exception {
    Path root = Path.of(System.getProperty("ackfin.root"));
    List<String> page = Files.readAllLines(root.resolve("reports/baselines/mutants.md"));
    for (Fault fault : Fault.values()) {
      assertThat(page)
          .as("%s; make the page again with `ackfin crosscheck --mutants`", fault)
          .filteredOn(line -> line.startsWith("| `" + fault + "` | "))
          .hasSize(1);
    }
    assertThat(page).noneMatch(line -> line.contains("**"));
    assertThat(page).anyMatch(line -> line.contains("0 false alarms in 1,000 runs"));
  }

  @Test
  void optionsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new MutantOptions(0, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rounds: 0 (expected: 1 or more)");
  }
}
