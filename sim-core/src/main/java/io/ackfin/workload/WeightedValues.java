package io.ackfin.workload;

import io.ackfin.core.time.Ticks;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleToLongFunction;
import java.util.stream.IntStream;

/** The inverse distribution function of listed values: rising, a step as wide as each weight. */
final class WeightedValues implements DoubleToLongFunction {
  /** The largest number of values. */
  static final int MOST = 1_000_000;

  /** The largest weight: {@link #MOST} of them still add up exactly in a {@code double}. */
  static final long HEAVIEST = 1_000_000_000L;

  private final long[] picoseconds;
  // The total of the weights of all values up to and including this one.
  private final long[] upTo;

  /** Weights are one per value, or none for equal ones; both were checked by the caller. */
  WeightedValues(List<Ticks> values, List<Long> weights) {
    int count = values.size();
    int[] rising =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparing(values::get))
            .mapToInt(Integer::intValue)
            .toArray();
    picoseconds = new long[count];
    upTo = new long[count];
    long total = 0;
    for (int i = 0; i < count; i++) {
      picoseconds[i] = values.get(rising[i]).picoseconds();
      total += weights.isEmpty() ? 1 : weights.get(rising[i]);
      upTo[i] = total;
    }
  }

  @Override
  public long applyAsLong(double unit) {
    long position = (long) (unit * upTo[upTo.length - 1]);
    int found = Arrays.binarySearch(upTo, position);
    // A position that equals a total already belongs to the value after it.
    return picoseconds[found >= 0 ? found + 1 : -found - 1];
  }
}
