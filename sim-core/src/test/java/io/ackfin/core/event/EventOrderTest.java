package io.ackfin.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pins the total order of events: (tick, phase, owner rank, sequence). */
class EventOrderTest {
  private final KernelFixture kernel = new KernelFixture();

  @Test
  @Tag("unit")
  void phasesRunInTheirDeclaredOrderWhateverTheOrderOfScheduling() {
    assertThat(Phase.values())
        .containsExactly(
            Phase.DELIVERY, Phase.SUBMISSION, Phase.DEVICE, Phase.OBSERVATION, Phase.STOP);
    for (int i = Phase.values().length - 1; i >= 0; i--) {
      Phase phase = Phase.values()[i];
      kernel.simulator().at(10, kernel.logging(phase.name(), phase, 9 - i));
    }
    kernel.simulator().run();
    assertThat(kernel.log())
        .containsExactly("10:DELIVERY", "10:SUBMISSION", "10:DEVICE", "10:OBSERVATION", "10:STOP");
  }

  @Test
  @Tag("unit")
  void ranksBreakTiesOfAPhaseWhateverTheOrderOfScheduling() {
    for (int rank : new int[] {3, 0, Integer.MAX_VALUE, 70, 2}) {
      kernel.simulator().at(10, kernel.logging("rank " + rank, Phase.DEVICE, rank));
    }
    kernel.simulator().run();
    assertThat(kernel.log())
        .containsExactly("10:rank 0", "10:rank 2", "10:rank 3", "10:rank 70", "10:rank 2147483647");
  }

  @Test
  @Tag("unit")
  void eventsOfOneOwnerRunInTheOrderOfScheduling() {
    Event created1st = kernel.logging("created 1st", Phase.DEVICE, 4);
    Event created2nd = kernel.logging("created 2nd", Phase.DEVICE, 4);
    kernel.simulator().at(10, created2nd);
    kernel.simulator().at(10, created1st);
    kernel.simulator().run();
    assertThat(kernel.log()).containsExactly("10:created 2nd", "10:created 1st");
  }

  @Test
  @Tag("unit")
  void theOrderOfOneOwnerSurvivesThatTheFirstWasScheduledFromFarAway() {
    Simulator simulator = kernel.simulator();
    Event early = kernel.logging("scheduled early", Phase.DEVICE, 4);
    Event late = kernel.logging("scheduled late", Phase.DEVICE, 4);
    simulator.at(1_000_000, early);
    simulator.at(
        999_990, simulator.event("near", Phase.DEVICE, 0, () -> simulator.at(1_000_000, late)));
    simulator.run();
    assertThat(kernel.log()).containsExactly("1000000:scheduled early", "1000000:scheduled late");
  }

  @Test
  @Tag("unit")
  void whatIsScheduledForTheRunningTickRunsAtItsPlaceInTheOrder() {
    Simulator simulator = kernel.simulator();
    Event delivery = kernel.logging("delivery", Phase.DELIVERY, 0);
    Event smaller = kernel.logging("rank 1", Phase.DEVICE, 1);
    Event larger = kernel.logging("rank 9", Phase.DEVICE, 9);
    simulator.at(10, kernel.logging("rank 5", Phase.DEVICE, 5));
    simulator.at(
        10,
        simulator.event(
            "rank 2",
            Phase.DEVICE,
            2,
            () -> {
              simulator.after(0, larger);
              simulator.after(0, smaller);
              simulator.after(0, delivery);
            }));
    simulator.run();
    assertThat(kernel.log()).containsExactly("10:delivery", "10:rank 1", "10:rank 5", "10:rank 9");
  }

  /** More owners than any table of the kernel starts with room for. */
  @Test
  @Tag("unit")
  void tenThousandOwnersTieInTheOrderOfTheirRanks() {
    Simulator simulator = kernel.simulator();
    List<Integer> ranks = new ArrayList<>();
    List<Integer> ran = new ArrayList<>();
    for (int rank = 0; rank < 10_000; rank++) {
      ranks.add(rank);
    }
    List<Integer> shuffled = new ArrayList<>(ranks);
    Collections.shuffle(shuffled, new Random(7));
    for (int rank : shuffled) {
      simulator.at(123_456_789, simulator.event("step", Phase.DEVICE, rank, () -> ran.add(rank)));
    }
    simulator.run();
    assertThat(ran).isEqualTo(ranks);
  }

  @Test
  @Tag("unit")
  void anEventThatIsCreatedWhileOthersTieTakesItsPlaceAmongThem() {
    Simulator simulator = kernel.simulator();
    for (int rank = 2; rank < 9; rank += 2) {
      simulator.at(10, kernel.logging("rank " + rank, Phase.DEVICE, rank));
    }
    Event second = kernel.logging("rank 4 again", Phase.DEVICE, 4);
    simulator.at(10, second);
    Event cancelled = kernel.logging("cancelled", Phase.DEVICE, 8);
    simulator.at(10, cancelled);
    simulator.at(
        10,
        simulator.event(
            "create",
            Phase.SUBMISSION,
            0,
            () -> {
              simulator.after(0, kernel.logging("rank 5", Phase.DEVICE, 5));
              simulator.after(0, kernel.logging("rank 1", Phase.DEVICE, 1));
              assertThat(simulator.cancel(cancelled)).isTrue();
            }));
    simulator.run();
    assertThat(kernel.log())
        .containsExactly(
            "10:rank 1",
            "10:rank 2",
            "10:rank 4",
            "10:rank 4 again",
            "10:rank 5",
            "10:rank 6",
            "10:rank 8");
  }

  @Test
  @Tag("unit")
  void permutingTiesReordersOwnersReproduciblyAndKeepsPhasesAndOwnOrder() {
    Set<String> orders = new LinkedHashSet<>();
    for (long seed = 1; seed <= 8; seed++) {
      String order = tie(TieOrder.permuted(seed));
      assertThat(order).isEqualTo(tie(TieOrder.permuted(seed)));
      assertThat(order).startsWith("10:delivery,").endsWith(",10:stop");
      assertThat(order.indexOf("owner 3 first")).isLessThan(order.indexOf("owner 3 second"));
      orders.add(order);
    }
    assertThat(orders).hasSizeGreaterThan(6);
  }

  private static String tie(TieOrder tieOrder) {
    KernelFixture permuted = new KernelFixture().with(tieOrder);
    Simulator simulator = permuted.simulator();
    simulator.at(10, permuted.logging("stop", Phase.STOP, 0));
    for (int rank = 0; rank < 6; rank++) {
      simulator.at(10, permuted.logging("owner " + rank + " first", Phase.DEVICE, rank));
    }
    simulator.at(10, permuted.logging("owner 3 second", Phase.DEVICE, 3));
    simulator.at(10, permuted.logging("delivery", Phase.DELIVERY, 9));
    simulator.run();
    return String.join(",", permuted.log());
  }

  @Test
  @Tag("unit")
  void noTwoRanksShareAPriority() {
    for (long seed : new long[] {0, 1, -1, 0x5EED_0000_0000L}) {
      TieOrder order = TieOrder.permuted(seed);
      Set<Integer> priorities = new LinkedHashSet<>();
      for (int rank = 0; rank < 20_000; rank++) {
        priorities.add(order.priority(rank));
      }
      assertThat(priorities).hasSize(20_000);
    }
  }

  /**
   * Random programs run in the same order here and in a reference that looks through all pending
   * events for the first one. The programs cancel, schedule for the same tick, for near, far and
   * very far ticks, create events while they run, and run in pieces.
   */
  @Test
  @Tag("property")
  void randomProgramsRunAsInTheReference() {
    for (long seed = 1; seed <= 400; seed++) {
      TieOrder order = seed % 2 == 0 ? TieOrder.asWired() : TieOrder.permuted(seed);
      RandomProgram inKernel = new RandomProgram(seed, new KernelSchedule(order));
      RandomProgram inReference = new RandomProgram(seed, new ReferenceSchedule(order));
      assertThat(inKernel.run()).as("seed %d", seed).isEqualTo(inReference.run());
    }
  }
}
