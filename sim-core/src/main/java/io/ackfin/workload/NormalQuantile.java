package io.ackfin.workload;

/**
 * The inverse of the standard normal distribution function.
 *
 * <p>Algorithm AS 241, routine PPND16: M. J. Wichura, "The percentage points of the normal
 * distribution", Applied Statistics 37 (1988), 477-484; relative accuracy about 1 in 10 to the
 * 16th. Coefficients are in the paper's order, the constant term first; {@link StrictMath} makes
 * the result the same on every JDK. Stateless; any thread.
 */
// The literals keep the paper's digits, beyond a double's, so that they can be compared with it.
@SuppressWarnings("FloatingPointLiteralPrecision")
final class NormalQuantile {
  /** Numerator and denominator around the middle; the argument is 0.180625 - (p - 0.5)^2. */
  static final double[] A = {
    3.3871328727963666080e0,
    1.3314166789178437745e2,
    1.9715909503065514427e3,
    1.3731693765509461125e4,
    4.5921953931549871457e4,
    6.7265770927008700853e4,
    3.3430575583588128105e4,
    2.5090809287301226727e3
  };

  static final double[] B = {
    1.0,
    4.2313330701600911252e1,
    6.8718700749205790830e2,
    5.3941960214247511077e3,
    2.1213794301586595867e4,
    3.9307895800092710610e4,
    2.8729085735721942674e4,
    5.2264952788528545610e3
  };

  /** The same for the flanks; the argument is sqrt(-ln(tail)) - 1.6. */
  static final double[] C = {
    1.42343711074968357734e0,
    4.63033784615654529590e0,
    5.76949722146069140550e0,
    3.64784832476320460504e0,
    1.27045825245236838258e0,
    2.41780725177450611770e-1,
    2.27238449892691845833e-2,
    7.74545014278341407640e-4
  };

  static final double[] D = {
    1.0,
    2.05319162663775882187e0,
    1.67638483018380384940e0,
    6.89767334985100004550e-1,
    1.48103976427480074590e-1,
    1.51986665636164571966e-2,
    5.47593808499534494600e-4,
    1.05075007164441684324e-9
  };

  /** The same for the far tails; the argument is sqrt(-ln(tail)) - 5. */
  static final double[] E = {
    6.65790464350110377720e0,
    5.46378491116411436990e0,
    1.78482653991729133580e0,
    2.96560571828504891230e-1,
    2.65321895265761230930e-2,
    1.24266094738807843860e-3,
    2.71155556874348757815e-5,
    2.01033439929228813265e-7
  };

  static final double[] F = {
    1.0,
    5.99832206555887937690e-1,
    1.36929880922735805310e-1,
    1.48753612908506148525e-2,
    7.86869131145613259100e-4,
    1.84631831751005468180e-5,
    1.42151175831644588870e-7,
    2.04426310338993978564e-15
  };

  private static final double MIDDLE_HALF_WIDTH = 0.425;
  private static final double MIDDLE_SQUARE = 0.180625;
  private static final double FLANK_SHIFT = 1.6;
  private static final double FLANK_END = 5.0;

  private NormalQuantile() {}

  /** The point that a standard normal value stays below with probability {@code p}, 0 to 1. */
  static double of(double p) {
    double offset = p - 0.5;
    if (StrictMath.abs(offset) <= MIDDLE_HALF_WIDTH) {
      double square = MIDDLE_SQUARE - offset * offset;
      return offset * polynomial(A, square) / polynomial(B, square);
    }
    double distance = StrictMath.sqrt(-StrictMath.log(offset < 0 ? p : 1 - p));
    double size =
        distance <= FLANK_END
            ? polynomial(C, distance - FLANK_SHIFT) / polynomial(D, distance - FLANK_SHIFT)
            : polynomial(E, distance - FLANK_END) / polynomial(F, distance - FLANK_END);
    return offset < 0 ? -size : size;
  }

  /**
   * The probability below {@code z}, for {@code z} of at most 0, by halving: within 2 to the -61st,
   * which is enough to say how much of a distribution a truncation cuts off.
   */
  static double probabilityBelow(double z) {
    double low = 0;
    double high = 0.5;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (of(middle) < z) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double polynomial(double[] coefficients, double x) {
    double value = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      value = value * x + coefficients[i];
    }
    return value;
  }
}
