package io.ackfin.crosscheck.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.time.Ticks;
import io.ackfin.device.soc.ClusterSpec;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.workload.Chain;
import io.ackfin.workload.Independent;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Mixed;
import io.ackfin.workload.TaskGraph;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the simulator does is possible: it walks the same tables. */
@Tag("property")
class SimulatedRunsTest {
  private static final int SEEDS = 4;
  private static final KernelDuration VARIED = new KernelDuration.Lognormal(Ticks.ofMicros(3), 1);

  static Stream<Arguments> everyChoice() {
    return Stream.of(Variant.values())
        .flatMap(
            variant ->
                Stream.of(PendingDispatch.values())
                    .flatMap(
                        paths ->
                            Stream.of(Startup.values())
                                .map(startup -> Arguments.of(variant, paths, startup))));
  }

  @ParameterizedTest
  @MethodSource("everyChoice")
  void recordedRunsArePossible(Variant variant, PendingDispatch paths, Startup startup) {
    Protocol protocol = Protocol.of(variant).startingBy(startup);
    for (int seed = 0; seed < SEEDS; seed++) {
      for (TaskGraph graph : graphs(seed)) {
        for (int clusters = 1; clusters <= 2; clusters++) {
          for (int threads = 1; threads <= clusters; threads++) {
            SimulatedRun run =
                new SimulatedRun(
                    protocol, paths, clusters, new ClusterSpec(1, 2), threads, graph, seed);
            InclusionResult result = run.inclusion().check(run.record());
            assertThat(result.lines())
                .as("seed %d, %d clusters, %d threads", seed, clusters, threads)
                .isEmpty();
          }
        }
      }
    }
  }

  private static List<TaskGraph> graphs(long seed) {
    return List.of(
        new Independent(40, ResourceShape.AIV_X1, VARIED).build(seed),
        new Chain(20, ResourceShape.AIC_AIV_X1, VARIED, 2).build(seed),
        new Mixed(10, VARIED).build(seed));
  }
}
