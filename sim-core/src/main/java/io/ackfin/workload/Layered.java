package io.ackfin.workload;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.core.random.KeyedRandom;
import io.ackfin.core.random.RandomKey;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import java.util.List;

/**
 * A random graph in layers: every task waits for tasks of the layer before its own, each of them
 * with the same probability; a task for which none comes out waits for one drawn from that layer,
 * so that only the first layer is ready at the start. Shapes are drawn from a list, in which a
 * repeated shape is drawn more often. Tasks are submitted layer by layer.
 */
public record Layered(
    @Parameter(value = "how many layers", min = 1, max = MOST_TASKS) int layers,
    @Parameter(
            value = "how many tasks in each layer; layers times width is at most 20,000,000",
            min = 1,
            max = MOST_TASKS)
        int width,
    @Parameter(
            value =
                "the chance that a task waits for a given task of the layer before, 0 to 1; it"
                    + " waits for one at least",
            max = 1)
        double edgeProbability,
    @Parameter("the shapes to draw from, at least one") List<ResourceShape> shapes,
    @Parameter(
            value = "how long each kernel takes",
            source = "published for a tile task of 64 by 64")
        KernelDuration duration,
    @Parameter(
            "where the kernels of a task's subtasks wait for each other: none; start: each ends"
                + " only after all have started; barrier: all meet at one point inside")
        KernelSync kernelSync)
    implements GraphGenerator {
  /** The most edges that may be expected of a layered graph. */
  public static final int MOST_EDGES = 50_000_000;

  private static final RandomKey STREAM = RandomKey.named("workload.layered");
  private static final RandomKey SHAPE = RandomKey.named("shape");
  private static final RandomKey SKIP = RandomKey.named("skip");
  private static final RandomKey PRODUCER = RandomKey.named("producer");

  public Layered {
    shapes = List.copyOf(shapes);
    Range.check("layers", layers, 1, MOST_TASKS);
    Range.check("width", width, 1, MOST_TASKS / layers);
    Range.check("edgeProbability", edgeProbability, 0, 1);
    if (shapes.isEmpty()) {
      throw new IllegalArgumentException("shapes: [] (expected: at least one shape)");
    }
    if (kernelSync != KernelSync.NONE && shapes.stream().allMatch(ResourceShape::singleCore)) {
      throw new IllegalArgumentException(
          "kernelSync: " + kernelSync + " (expected: none, as no shape has two subtasks)");
    }
    double edges = (double) layers * width * Math.max(1, edgeProbability * width);
    if (edges > MOST_EDGES) {
      throw new IllegalArgumentException(
          "edgeProbability: %s (expected: at most %s, or fewer tasks, for %d edges)"
              .formatted(
                  edgeProbability, MOST_EDGES / ((double) layers * width * width), MOST_EDGES));
    }
  }

  /** Kernels that do not wait for each other. */
  public Layered(
      int layers,
      int width,
      double edgeProbability,
      List<ResourceShape> shapes,
      KernelDuration duration) {
    this(layers, width, edgeProbability, shapes, duration, KernelSync.NONE);
  }

  /** 50 layers of 20 tasks, AIC and AIV alike, each waiting for two on average. */
  public static Layered defaults() {
    return new Layered(
        50, 20, 0.1, List.of(ResourceShape.AIC_ONLY, ResourceShape.AIV_X1), KernelDuration.DEFAULT);
  }

  @Override
  public String kind() {
    return "layered";
  }

  @Override
  public TaskGraph build(long seed) {
    KeyedRandom random = new KeyedRandom(seed);
    TaskWriter writer = new TaskWriter(duration, seed, kernelSync);
    for (int i = 0; i < layers * width; i++) {
      int task = writer.task(shapes.get((int) random.below(STREAM, i, SHAPE, shapes.size())));
      if (task >= width) {
        addProducers(writer.graph(), random, task);
      }
    }
    return writer.graph().build();
  }

  /**
   * Goes from producer to producer by drawing how many tasks lie between (a geometric number), so
   * that a sparse graph costs what its edges cost. Each draw is keyed by the pair of tasks at which
   * it starts, which no other draw shares.
   */
  private void addProducers(TaskGraph.Builder graph, KeyedRandom random, int task) {
    int layerBefore = (task / width - 1) * width;
    double logOfMiss = StrictMath.log1p(-edgeProbability);
    boolean none = true;
    for (int at = 0; edgeProbability > 0 && at < width; at++) {
      double unit = random.unit(STREAM, (long) task * width + at, SKIP);
      double skipped = StrictMath.floor(StrictMath.log(unit) / logOfMiss);
      if (skipped >= width - at) {
        break;
      }
      at += (int) skipped;
      graph.after(layerBefore + at);
      none = false;
    }
    if (none) {
      graph.after(layerBefore + (int) random.below(STREAM, task, PRODUCER, width));
    }
  }
}
