package io.ackfin.workload;

import java.util.List;
import java.util.Optional;

/** The generators that there are, each as a record of its defaults. Immutable; any thread. */
public final class Generators {
  private static final List<GraphGenerator> ALL =
      List.of(
          Independent.defaults(),
          Chain.defaults(),
          Mixed.defaults(),
          Layered.defaults(),
          ForkJoin.defaults(),
          VectorSteps.defaults(),
          Alternating.defaults(),
          Bgemm.defaults(),
          BenchmarkBgemm.defaults(),
          PagedAttention.defaults(),
          PagedAttentionUnrolled.defaults(),
          BatchPagedAttention.defaults(),
          DecodeLayer.defaults());

  private Generators() {}

  /** One of each kind with its defaults, the simplest first. */
  public static List<GraphGenerator> all() {
    return ALL;
  }

  /** The generator of a kind with its defaults, if there is such a kind. */
  public static Optional<GraphGenerator> ofKind(String kind) {
    return ALL.stream().filter(generator -> generator.kind().equals(kind)).findFirst();
  }
}
