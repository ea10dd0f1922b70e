package io.ackfin.workload;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.core.time.Ticks;
import java.util.List;
import java.util.function.DoubleToLongFunction;

/**
 * How long a kernel takes: a fixed time or a distribution of times.
 *
 * <p>Each kind is a record that holds the parameters as a file states them, range-checked; {@link
 * #quantile} prepares the function that turns draws into durations. Immutable; any thread.
 */
public sealed interface KernelDuration {
  /** No duration is longer: 100,000 s, so that sums over a run stay far from the end of time. */
  long LONGEST_PICOSECONDS = 100_000_000_000_000_000L;

  /** {@link #LONGEST_PICOSECONDS} as a time. */
  Ticks LONGEST = Ticks.ofPicos(LONGEST_PICOSECONDS);

  /**
   * The duration where a workload states none: 7 us, the published time of a tile task of 64 by 64
   * (matrix product or addition). Stands after the limit that its own construction needs.
   */
  KernelDuration DEFAULT = new Fixed(Ticks.ofMicros(7));

  /** How files name the kind: {@code fixed}, {@code uniform}, {@code normal}, ... */
  String kind();

  /**
   * The inverse distribution function: from a draw in the open interval (0, 1) to whole
   * picoseconds, 0 to {@link #LONGEST}. It never falls while the draw rises, and gives the same
   * bits on any JDK. Preparing it may cost more than applying it: prepare once, apply per kernel.
   */
  DoubleToLongFunction quantile();

  /** Always the same time. */
  record Fixed(
      @Parameter(value = "how long every kernel takes", max = LONGEST_PICOSECONDS) Ticks value)
      implements KernelDuration {
    public Fixed {
      Range.check("value", value, Ticks.ZERO, LONGEST);
    }

    @Override
    public String kind() {
      return "fixed";
    }

    @Override
    public DoubleToLongFunction quantile() {
      long picoseconds = value.picoseconds();
      return unit -> picoseconds;
    }
  }

  /** Every whole picosecond from {@code min} to {@code max}, both included, equally likely. */
  record Uniform(
      @Parameter(value = "the shortest duration", max = LONGEST_PICOSECONDS) Ticks min,
      @Parameter(value = "the longest duration, at least min", max = LONGEST_PICOSECONDS) Ticks max)
      implements KernelDuration {
    public Uniform {
      Range.check("min", min, Ticks.ZERO, LONGEST);
      Range.check("max", max, min, LONGEST);
    }

    @Override
    public String kind() {
      return "uniform";
    }

    @Override
    public DoubleToLongFunction quantile() {
      long first = min.picoseconds();
      // A draw of at most 1 - 2^-53 times a double always rounds to less than that double.
      double values = max.picoseconds() - first + 1;
      return unit -> first + (long) (unit * values);
    }
  }

  /**
   * The normal distribution, truncated: what lies below {@code min} is cut off and the rest scaled
   * up, so that no duration piles up at {@code min}. Truncation raises the mean and lowers the
   * spread; both are negligible while {@code min} is three deviations below.
   */
  record Normal(
      @Parameter(value = "the mean before truncation", min = 1, max = LONGEST_PICOSECONDS)
          Ticks mean,
      @Parameter(value = "the standard deviation before truncation", max = LONGEST_PICOSECONDS)
          Ticks sd,
      @Parameter(
              value = "no duration is shorter; at most the mean",
              min = 1,
              max = LONGEST_PICOSECONDS)
          Ticks min)
      implements KernelDuration {
    /** The least {@code min}: one picosecond. */
    public static final Ticks SHORTEST = Ticks.ofPicos(1);

    // No draw lies further out: the outermost tail of a 53-bit draw is at 8.3 deviations.
    private static final long OUTERMOST_DEVIATIONS = 9;

    public Normal {
      Range.check("mean", mean, SHORTEST, LONGEST);
      long room = (LONGEST_PICOSECONDS - mean.picoseconds()) / OUTERMOST_DEVIATIONS;
      Range.check("sd", sd, Ticks.ZERO, Ticks.ofPicos(room));
      Range.check("min", min, SHORTEST, mean);
    }

    /** Truncated at one picosecond. */
    public Normal(Ticks mean, Ticks sd) {
      this(mean, sd, SHORTEST);
    }

    @Override
    public String kind() {
      return "normal";
    }

    @Override
    public DoubleToLongFunction quantile() {
      double center = mean.picoseconds();
      double deviation = sd.picoseconds();
      long shortest = min.picoseconds();
      if (deviation == 0) {
        return unit -> mean.picoseconds();
      }
      double kept = 1 - NormalQuantile.probabilityBelow((shortest - center) / deviation);
      // From the upper end, where what is left to the right is small and exact; mirrored, as the
      // distribution is symmetric.
      return unit ->
          Math.max(shortest, Math.round(center - deviation * NormalQuantile.of((1 - unit) * kept)));
    }
  }

  /**
   * The lognormal distribution: the duration's natural logarithm is normal around that of {@code
   * median} with deviation {@code sigma}. Half of all kernels take less than {@code median}; their
   * mean is {@code median} times exp(sigma^2 / 2).
   */
  record Lognormal(
      @Parameter(value = "half of the kernels take less", min = 1, max = LONGEST_PICOSECONDS)
          Ticks median,
      @Parameter(value = "the standard deviation of the logarithm of the duration", max = 10)
          double sigma)
      implements KernelDuration {
    private static final double WIDEST = 10;
    private static final double LAST_DRAW = 1 - 0x1.0p-53;

    public Lognormal {
      Range.check("median", median, Ticks.ofPicos(1), LONGEST);
      Range.check("sigma", sigma, 0, WIDEST);
      if (at(median, sigma, LAST_DRAW) > LONGEST_PICOSECONDS) {
        throw new IllegalArgumentException(
            "sigma: " + sigma + " (expected: small enough that no draw exceeds " + LONGEST + ")");
      }
    }

    @Override
    public String kind() {
      return "lognormal";
    }

    @Override
    public DoubleToLongFunction quantile() {
      return unit -> Math.round(at(median, sigma, unit));
    }

    private static double at(Ticks median, double sigma, double unit) {
      return median.picoseconds() * StrictMath.exp(sigma * NormalQuantile.of(unit));
    }
  }

  /**
   * One of the listed values, each as often as its weight says. The order of the list does not
   * matter: draws meet the values in rising order.
   */
  record Empirical(
      @Parameter(value = "the durations seen", max = LONGEST_PICOSECONDS) List<Ticks> values,
      @Parameter(
              value = "how often each was seen, in the order of values; none: equally often",
              min = 1,
              max = WeightedValues.HEAVIEST)
          List<Long> weights)
      implements KernelDuration {
    public Empirical {
      values = List.copyOf(values);
      weights = List.copyOf(weights);
      if (values.isEmpty() || values.size() > WeightedValues.MOST) {
        throw new IllegalArgumentException(
            "values: " + values.size() + " of them (expected: 1 to " + WeightedValues.MOST + ")");
      }
      if (!weights.isEmpty() && weights.size() != values.size()) {
        throw new IllegalArgumentException(
            "weights: " + weights.size() + " of them (expected: none, or " + values.size() + ")");
      }
      values.forEach(value -> Range.check("values", value, Ticks.ZERO, LONGEST));
      weights.forEach(weight -> Range.check("weights", weight, 1, WeightedValues.HEAVIEST));
    }

    @Override
    public String kind() {
      return "empirical";
    }

    @Override
    public DoubleToLongFunction quantile() {
      return new WeightedValues(values, weights);
    }
  }
}
