package io.ackfin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.TableMutations;
import io.ackfin.handshake.TableMutations.Mutant;
import io.ackfin.handshake.Variant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mistakes in the tables: what the packed explorer says of them is what the naive one says. */
@Tag("property")
class TableMutationsTest {
  private static final int MOST = 3_000;
  private static final int SEEDS = 120;

  @ParameterizedTest
  @EnumSource(Variant.class)
  void everySingleMistakeIsJudgedAsTheNaiveExplorerJudgesIt(Variant variant) {
    Protocol protocol = Protocol.of(variant).startingBy(Startup.HANDSHAKE);
    judge(protocol, TableMutations.systematic(protocol));
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void severalMistakesAtRandomAreJudgedAsTheNaiveExplorerJudgesThem(Variant variant) {
    Protocol protocol = Protocol.of(variant).startingBy(Startup.HANDSHAKE);
    List<Mutant> mutants = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      mutants.add(TableMutations.random(protocol, seed));
    }
    judge(protocol, mutants);
  }

  /**
   * A mutant that dispatches what nobody asked for, or more than there is, has no situations that
   * could be packed: it is refused, which is a way of finding it.
   */
  private static void judge(Protocol protocol, List<Mutant> mutants) {
    BoundedSystem system = SystemBuilder.of(protocol).tasks(3).build();
    List<String> differences = new ArrayList<>();
    int compared = 0;
    int found = 0;
    int refused = 0;
    for (Mutant mutant : mutants) {
      try {
        Agreement agreement = Agreement.of(system, mutant.tables(), MOST);
        if (agreement != null) {
          compared++;
          found += agreement.packed().violated().isEmpty() ? 0 : 1;
          agreement.differences().forEach(d -> differences.add(mutant.name() + ": " + d));
        }
      } catch (IllegalStateException e) {
        refused++;
      }
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThan(mutants.size() / 2);
    assertThat(refused).isLessThan(mutants.size() / 4);
    assertThat(found).isGreaterThan(compared / 2);
  }
}
