package io.ackfin.verify.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.handshake.Fault;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.Invariant;
import io.ackfin.verify.Shutdown;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the suite covers and how its rows are written; what its systems give is tested elsewhere.
 */
@Tag("unit")
class SuiteTest {
  private static final List<SuiteRow> ROWS = Suite.rows();

  @Test
  void everyRowHasANameOfItsOwn() {
    assertThat(ROWS.stream().map(row -> row.group() + ": " + row.name())).doesNotHaveDuplicates();
  }

  @Test
  void everyRowSaysWhyInOneSentence() {
    assertThat(ROWS)
        .allSatisfy(
            row -> assertThat(row.because()).isNotBlank().doesNotContain(". ").doesNotEndWith("."));
  }

  @Test
  void aRepairIsNamedOnlyWhereSomethingBreaks() {
    assertThat(ROWS)
        .filteredOn(SuiteRow::isUnsafeChoice)
        .hasSizeGreaterThan(10)
        .allSatisfy(row -> assertThat(row.expected()).isNotEmpty());
  }

  @Test
  void everyProtectionIsOffAloneInEveryVariant() {
    for (Variant variant : Variant.values()) {
      for (Protection off : Protection.values()) {
        assertThat(ROWS)
            .anyMatch(
                row ->
                    row.system().protocol().variant() == variant
                        && row.system().protocol().without().equals(Set.of(off)));
      }
    }
  }

  @Test
  void everyFaultEveryShutdownAndEveryInvariantOccurs() {
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    Set<Shutdown> shutdowns = EnumSet.noneOf(Shutdown.class);
    Set<Invariant> broken = EnumSet.noneOf(Invariant.class);
    for (SuiteRow row : ROWS) {
      faults.addAll(row.system().protocol().faults());
      shutdowns.add(row.system().shutdown());
      broken.addAll(row.expected());
    }
    assertThat(faults).containsExactlyInAnyOrder(Fault.values());
    assertThat(shutdowns).containsExactlyInAnyOrder(Shutdown.values());
    assertThat(broken).containsExactlyInAnyOrder(Invariant.values());
  }

  @Test
  void idsAreNarrowedToOneTwoThreeAndFourInTheParityVariant() {
    Set<Integer> moduli = new TreeSet<>();
    for (SuiteRow row : ROWS) {
      if (row.system().protocol().variant() == Variant.DUAL_SLOT_PARITY) {
        moduli.add(row.system().protocol().ids().modulus());
      }
    }
    assertThat(moduli).contains(1, 2, 3, 4);
  }
}
