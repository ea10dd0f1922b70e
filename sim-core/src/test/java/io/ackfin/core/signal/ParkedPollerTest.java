package io.ackfin.core.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.event.Event;
import io.ackfin.core.event.Phase;
import io.ackfin.core.event.Simulator;
import io.ackfin.core.event.TieOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At which looks a parked poller wakes, and how many it counts as left out. */
@Tag("unit")
class ParkedPollerTest {
  private final Simulator simulator = new Simulator(TieOrder.asWired(), List.of());
  private final List<Long> looks = new ArrayList<>();
  private final List<Long> skipped = new ArrayList<>();
  private final Event look = simulator.event("look", Phase.DEVICE, 3, this::onLook);
  private final ParkedPoller poller = new ParkedPoller(simulator, look);

  private void onLook() {
    looks.add(simulator.now());
    skipped.add(poller.resume());
  }

  /** Looks are at 10, 17, 24, ...; a change is seen by the look of its own tick. */
  @ParameterizedTest
  @CsvSource({
    "-9223372036854775808, 10, 0",
    "10, 10, 0",
    "11, 17, 1",
    "17, 17, 1",
    "18, 24, 2",
    "7000000010, 7000000010, 1000000000"
  })
  void theFirstLookThatSeesAKnownChangeIsAnEvent(long change, long tick, long leftOut) {
    poller.park(10, 7, change);
    simulator.run();
    assertThat(looks).containsExactly(tick);
    assertThat(skipped).containsExactly(leftOut);
  }

  @Test
  void whatBecomesKnownLaterWakesEarlierNeverLater() {
    poller.park(10, 7, 100);
    poller.seenFrom(30);
    poller.seenFrom(60);
    simulator.run();
    assertThat(looks).containsExactly(31L);
    assertThat(skipped).containsExactly(3L);
  }

  @Test
  void nothingKnownIsNoEventAndNothingIsTooFarAway() {
    poller.park(10, 7, PostedCell.NEVER);
    poller.seenFrom(Long.MAX_VALUE - 1);
    assertThat(look.isPending()).isFalse();
    poller.seenFrom(10);
    assertThat(look.tick()).isEqualTo(10);
  }

  @Test
  void aPollerThatIsNotParkedIsNotWoken() {
    poller.seenFrom(5);
    assertThat(look.isPending()).isFalse();
    assertThat(poller.settle()).isZero();
  }

  /** Asked at 24 by an event of a smaller rank, the look of 24 is still to come. */
  @ParameterizedTest
  @CsvSource({"2, 2", "4, 3"})
  void looksOfTheCurrentTickCountOnceTheirPlaceHasPassed(int rank, long leftOut) {
    poller.park(10, 7, 45);
    Event asking =
        simulator.event("asking", Phase.DEVICE, rank, () -> skipped.add(poller.settle()));
    simulator.at(24, asking);
    simulator.run();
    assertThat(looks).containsExactly(45L);
    // Together it is always the five looks from 10 to 38.
    assertThat(skipped).containsExactly(leftOut, 5 - leftOut);
  }
}
