package io.ackfin.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ackfin.handshake.Consequence.Violates;
import io.ackfin.protocol.Invariant;
import io.ackfin.verify.naive.SystemDraft;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every declared consequence to what the naive explorer finds with four tasks. */
@Tag("unit")
class ConsequencesTest {
  private static final int TASKS = 4;

  static Stream<Arguments> everything() {
    return Stream.of(Protection.values())
        .flatMap(
            protection ->
                Stream.of(Variant.values())
                    .flatMap(
                        variant ->
                            Stream.of(MemoryMode.values())
                                .map(memory -> Arguments.of(protection, variant, memory))));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void theExplorerFindsExactlyWhatIsDeclared(
      Protection protection, Variant variant, MemoryMode memory) {
    Protocol protocol = Protocol.of(variant).without(protection);
    assertThat(SystemDraft.of(protocol).tasks(TASKS).memory(memory).explore().violated().keySet())
        .isEqualTo(declared(Consequences.of(protection, variant, memory)));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void everyConsequenceSaysWhyInOneSentence(
      Protection protection, Variant variant, MemoryMode memory) {
    assertThat(Consequences.of(protection, variant, memory).because())
        .isNotBlank()
        .doesNotContain(". ")
        .doesNotEndWith(".");
  }

  @Test
  void aViolationNamesAnInvariant() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Violates(Set.of(), "of nothing"))
        .withMessage("invariants: none (expected: at least one)");
  }

  private static Set<Invariant> declared(Consequence consequence) {
    return consequence instanceof Violates violates
        ? violates.invariants()
        : EnumSet.noneOf(Invariant.class);
  }
}
