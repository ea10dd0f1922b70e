package io.ackfin.workload;

import io.ackfin.core.random.KeyedRandom;
import io.ackfin.core.random.RandomKey;
import io.ackfin.protocol.Subslot;
import java.util.Arrays;
import java.util.function.DoubleToLongFunction;

/** The durations of one run's kernels, each drawn for its task and subslot alone. */
final class DurationDraws {
  private static final RandomKey STREAM = RandomKey.named("workload.duration");
  private static final RandomKey[] PURPOSES =
      Arrays.stream(Subslot.values())
          .map(subslot -> RandomKey.named(subslot.name()))
          .toArray(RandomKey[]::new);

  private final KeyedRandom random;

  DurationDraws(long seed) {
    random = new KeyedRandom(seed);
  }

  /** A duration in picoseconds. */
  long draw(DoubleToLongFunction quantile, long task, Subslot subslot) {
    return quantile.applyAsLong(random.unit(STREAM, task, PURPOSES[subslot.ordinal()]));
  }
}
