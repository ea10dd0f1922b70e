package io.ackfin.workload;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.core.time.Ticks;
import io.ackfin.workload.GroupWriter.Stage;

/**
 * Layers of a transformer that decodes one step, in general form:
 *
 * <pre>
 *   norm -> QKV tiles -> per head: rope -> attention over blocks -> output tiles
 *        -> residual and norm -> per tile: up -> activation -> down tiles -> residual
 * </pre>
 *
 * Tiles and attention's products run on cube cores, all else on vector cores. Where one line is
 * drawn to tiles or heads, all of them wait for it; where one is drawn from them, it waits for all.
 * A layer waits for the one before it.
 */
public record DecodeLayer(
    @Parameter(value = "how many layers", min = 1, max = DecodeLayer.MOST_OF_EACH) int layers,
    @Parameter(value = "heads of the key-value cache", min = 1, max = DecodeLayer.MOST_OF_EACH)
        int heads,
    @Parameter(
            value = "blocks of the cache that each head goes over",
            min = 1,
            max = DecodeLayer.MOST_OF_EACH)
        int blocks,
    @Parameter(
            value = "tiles of each of the projections QKV, output and down",
            min = 1,
            max = DecodeLayer.MOST_OF_EACH)
        int projectionTiles,
    @Parameter(
            value = "tiles of the projection up, each with its activation",
            min = 1,
            max = DecodeLayer.MOST_OF_EACH)
        int feedForwardTiles,
    @Parameter(
            value = "how long a tile of a projection takes",
            source = "published for an output projection of a decode layer: ~22 us")
        KernelDuration projection,
    @Parameter(
            value = "how long a product of attention takes",
            source = "published for a tile task of 64 by 64")
        KernelDuration attention,
    @Parameter(
            value = "how long a vector kernel takes",
            source = "published for a tile task of 64 by 64")
        KernelDuration vector)
    implements GroupedGraph {
  private static final int MOST_OF_EACH = 10_000;
  // Edges grow with the square of the tiles, where all of one kind wait for all of another.
  private static final long MOST_EDGES = 100_000_000;

  private static final int NORM = 0;
  private static final int QKV = 1;
  private static final int ROPE = 2;
  private static final int QK = 3;
  private static final int SOFTMAX = 4;
  private static final int PV = 5;
  private static final int UPDATE = 6;
  private static final int OUTPUT = 7;
  private static final int UP = 8;
  private static final int ACTIVATION = 9;
  private static final int DOWN = 10;

  public DecodeLayer {
    Range.check("layers", layers, 1, MOST_OF_EACH);
    Range.check("heads", heads, 1, MOST_OF_EACH);
    Range.check("blocks", blocks, 1, MOST_OF_EACH);
    Range.check("projectionTiles", projectionTiles, 1, MOST_OF_EACH);
    Range.check("feedForwardTiles", feedForwardTiles, 1, MOST_OF_EACH);
    long inLayer = 3L * (1 + projectionTiles) + 2L * feedForwardTiles + heads * (1 + 4L * blocks);
    if (inLayer * layers > MOST_TASKS) {
      throw new IllegalArgumentException(
          "layers: %d (expected: at most %d, for %d tasks in all)"
              .formatted(layers, MOST_TASKS / inLayer, MOST_TASKS));
    }
    long edges = 2L * projectionTiles * heads + (long) projectionTiles * feedForwardTiles;
    if (edges * layers > MOST_EDGES) {
      throw new IllegalArgumentException(
          "projectionTiles: %d (expected: fewer, for %d edges in all)"
              .formatted(projectionTiles, MOST_EDGES));
    }
  }

  /** Four layers of 8 heads over 16 blocks, 24 tiles a projection and 48 in the feed-forward. */
  public static DecodeLayer defaults() {
    return new DecodeLayer(
        4,
        8,
        16,
        24,
        48,
        new KernelDuration.Fixed(Ticks.ofMicros(22)),
        KernelDuration.DEFAULT,
        KernelDuration.DEFAULT);
  }

  @Override
  public String kind() {
    return "decode-layer";
  }

  @Override
  public int groups() {
    return layers;
  }

  @Override
  public GroupWriter writer(long seed) {
    return new GroupWriter(
        seed,
        Stage.vector(NORM, vector),
        Stage.cube(QKV, projection),
        Stage.vector(ROPE, vector),
        Stage.cube(QK, attention),
        Stage.vector(SOFTMAX, vector),
        Stage.cube(PV, attention),
        Stage.vector(UPDATE, vector),
        Stage.cube(OUTPUT, projection),
        Stage.cube(UP, projection),
        Stage.vector(ACTIVATION, vector),
        Stage.cube(DOWN, projection));
  }

  @Override
  public void write(GroupWriter writer, int group) {
    int norm = writer.task(NORM, group == 0 ? GroupWriter.NONE : writer.tasks() - 1);
    for (int tile = 0; tile < projectionTiles; tile++) {
      writer.task(QKV, norm);
    }
    int endOfTiles = writer.tasks();
    int[] attended = new int[heads];
    for (int head = 0; head < heads; head++) {
      attended[head] = head(writer, norm + 1, endOfTiles);
    }
    int output = writer.tasks();
    for (int tile = 0; tile < projectionTiles; tile++) {
      writer.task(OUTPUT, attended);
    }
    feedForward(writer, output);
  }

  /** One head's attention, after the QKV tiles; the task that ends it. */
  private int head(GroupWriter writer, int firstTile, int endOfTiles) {
    int rope = writer.task(ROPE);
    writer.afterAll(firstTile, endOfTiles);
    int sum = GroupWriter.NONE;
    for (int block = 0; block < blocks; block++) {
      int scores = writer.task(QK, rope);
      int softmax = writer.task(SOFTMAX, scores);
      int values = writer.task(PV, softmax);
      sum = writer.task(UPDATE, values, sum);
    }
    return sum;
  }

  private void feedForward(GroupWriter writer, int output) {
    int norm = writer.task(NORM);
    writer.afterAll(output, norm);
    int[] activated = new int[feedForwardTiles];
    for (int tile = 0; tile < feedForwardTiles; tile++) {
      activated[tile] = writer.task(ACTIVATION, writer.task(UP, norm));
    }
    int down = writer.tasks();
    for (int tile = 0; tile < projectionTiles; tile++) {
      writer.task(DOWN, activated);
    }
    int residual = writer.task(NORM);
    writer.afterAll(down, residual);
  }
}
