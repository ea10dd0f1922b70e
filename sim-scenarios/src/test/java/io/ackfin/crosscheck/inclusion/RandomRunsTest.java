package io.ackfin.crosscheck.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.crosscheck.inclusion.RandomRun.Stop;
import io.ackfin.handshake.Addition;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.DispatchId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The check against a search of all orders, over runs whose stores travel for as long as they like:
 * in all variants, with few ids, with protections off and with early staging, handed over and
 * stopped in every way.
 */
@Tag("property")
class RandomRunsTest {
  private static final int SEEDS = 3_000;

  @Test
  void whatHappenedIsPossible() {
    Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomCase drawn = RandomCase.of(seed);
      Recording recording = drawn.recording();
      assertThat(drawn.check(recording).lines()).as("seed %d, %s", seed, drawn).isEmpty();
      endings.merge(recording.ending(), 1, Integer::sum);
    }
    assertThat(endings.get(Ending.FINISHED)).isGreaterThan(SEEDS / 4);
    assertThat(endings.get(Ending.STOPPED)).isGreaterThan(SEEDS / 4);
  }

  /** Programs go on with what they saw, so only memory tells these from what can happen. */
  @Test
  void theSearchOfAllOrdersAgreesAboutLies() {
    int possible = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomCase drawn = RandomCase.of(seed);
      possible += agreed(drawn, drawn.lyingRecording()) ? 1 : 0;
    }
    assertThat(possible).isBetween(SEEDS / 4, 3 * SEEDS / 4);
  }

  @Test
  void theSearchOfAllOrdersAgreesAboutChanges() {
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomCase drawn = RandomCase.of(seed);
      agreed(drawn, Mutations.random(drawn.recording(), new Random(seed)));
    }
  }

  private static boolean agreed(RandomCase drawn, Recording recording) {
    boolean exists = NaiveOrder.exists(drawn.protocol().tables(), drawn.paths(), recording);
    boolean possible = drawn.check(recording).possible();
    // A ring from outside is good for every dispatch with its id, of which there may be several.
    boolean exact = !drawn.protocol().staging() || drawn.protocol().ids().modulus() == 0;
    if (exact || exists) {
      assertThat(possible).as("seed %d, %s", drawn.seed(), drawn).isEqualTo(exists);
    }
    return exists;
  }

  private record RandomCase(
      Protocol protocol, PendingDispatch paths, int tasks, Stop stop, long seed) {
    static RandomCase of(long seed) {
      Random random = new Random(seed);
      Protocol protocol =
          Protocol.of(any(random, Variant.values())).startingBy(any(random, Startup.values()));
      if (random.nextInt(3) == 0) {
        protocol = protocol.without(any(random, Protection.values()));
      }
      if (random.nextBoolean()) {
        protocol = protocol.with(Addition.GUARD_ABORT);
      }
      if (random.nextInt(3) == 0) {
        protocol = protocol.counting(DispatchId.FULL.modulo(1 + random.nextInt(4)));
      }
      return new RandomCase(
          protocol.staging(random.nextInt(3) == 0),
          any(random, PendingDispatch.values()),
          1 + random.nextInt(6),
          any(random, Stop.values()),
          seed);
    }

    private static <E> E any(Random random, E[] values) {
      return values[random.nextInt(values.length)];
    }

    Recording recording() {
      return RandomRun.of(protocol.tables(), paths, tasks, stop, seed);
    }

    Recording lyingRecording() {
      return RandomRun.lying(protocol.tables(), paths, tasks, stop, seed);
    }

    InclusionResult check(Recording recording) {
      return new Inclusion(protocol.tables(), paths).check(recording);
    }
  }
}
