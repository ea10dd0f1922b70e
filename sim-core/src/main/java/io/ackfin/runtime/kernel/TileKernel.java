package io.ackfin.runtime.kernel;

/**
 * Real work on data: adds the product of two 32 by 32 matrices of floats to a third, as often as
 * fits into its duration by a rate that was measured once, and at least once.
 */
final class TileKernel implements Kernel {
  /** Rows and columns. */
  static final int SIDE = 32;

  private static final long PICOS_PER_NANO = 1_000;
  private static final int WARM_UP_PRODUCTS = 3_000;
  private static final int MEASURED_PRODUCTS = 500;
  private static final int MEASUREMENTS = 5;
  private static final int FACTORS = 7;
  private static final long PRODUCT_NS = measure();

  private final float[] left = new float[SIDE * SIDE];
  private final float[] right = new float[SIDE * SIDE];
  private final float[] sum = new float[SIDE * SIDE];
  private KernelCall call;
  private long products;

  @Override
  public void start(KernelCall started) {
    call = started;
    products = Math.max(1, call.durationPicos() / PICOS_PER_NANO / PRODUCT_NS);
    for (int i = 0; i < SIDE * SIDE; i++) {
      left[i] = (call.subtask() + i) % FACTORS;
      right[i] = i % FACTORS;
      sum[i] = 0;
    }
  }

  @Override
  public boolean advance() {
    for (long i = 0; i < products && !call.aborted(); i++) {
      addProduct(left, right, sum);
    }
    return true;
  }

  /** The sum of all products so far, row by row. */
  float[] sum() {
    return sum;
  }

  static void addProduct(float[] left, float[] right, float[] sum) {
    for (int row = 0; row < SIDE; row++) {
      for (int inner = 0; inner < SIDE; inner++) {
        float factor = left[row * SIDE + inner];
        for (int column = 0; column < SIDE; column++) {
          sum[row * SIDE + column] += factor * right[inner * SIDE + column];
        }
      }
    }
  }

  // The fastest measurement: other work of the machine can only make one slower.
  private static long measure() {
    float[] a = new float[SIDE * SIDE];
    float[] b = new float[SIDE * SIDE];
    float[] c = new float[SIDE * SIDE];
    repeat(WARM_UP_PRODUCTS, a, b, c);
    long best = Long.MAX_VALUE;
    for (int i = 0; i < MEASUREMENTS; i++) {
      long start = System.nanoTime();
      repeat(MEASURED_PRODUCTS, a, b, c);
      best = Math.min(best, (System.nanoTime() - start) / MEASURED_PRODUCTS);
    }
    return Math.max(1, best);
  }

  private static void repeat(int times, float[] left, float[] right, float[] sum) {
    for (int i = 0; i < times; i++) {
      addProduct(left, right, sum);
    }
  }
}
