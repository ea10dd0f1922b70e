package io.ackfin.crosscheck.inclusion;

import io.ackfin.core.event.Simulator;
import io.ackfin.core.event.TieOrder;
import io.ackfin.core.random.KeyedRandom;
import io.ackfin.core.time.Ticks;
import io.ackfin.device.aicore.AicoreSpec;
import io.ackfin.device.aicpu.AicpuSpec;
import io.ackfin.device.aicpu.DispatchPolicy;
import io.ackfin.device.aicpu.OrchestratorSpec;
import io.ackfin.device.memory.MemorySpec;
import io.ackfin.device.mmio.MmioSpec;
import io.ackfin.device.soc.AccessListener;
import io.ackfin.device.soc.ClusterSpec;
import io.ackfin.device.soc.Soc;
import io.ackfin.device.soc.SocSetup;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.workload.TaskGraph;
import java.util.List;
import java.util.Random;

/**
 * A run of the simulator that can be recorded.
 *
 * @param protocol the handshake, its start-up included
 * @param paths which ways may put a task behind a running one
 * @param clusters how many clusters
 * @param cluster the cores of each
 * @param threads scheduler threads, at most as many as clusters
 * @param graph the workload
 * @param seed of the costs: 0 for those of the chip
 */
record SimulatedRun(
    Protocol protocol,
    PendingDispatch paths,
    int clusters,
    ClusterSpec cluster,
    int threads,
    TaskGraph graph,
    long seed) {
  private static final ClusterSpec ONE_CORE = new ClusterSpec(1, 0);

  /** One cube core and one thread, no start-up, the chip's costs. */
  static SimulatedRun ofOneCore(Variant variant, TaskGraph graph) {
    return new SimulatedRun(Protocol.of(variant), PendingDispatch.BOTH, 1, ONE_CORE, 1, graph, 0);
  }

  SimulatedRun startingBy(Startup startup) {
    return new SimulatedRun(
        protocol.startingBy(startup), paths, clusters, cluster, threads, graph, seed);
  }

  SimulatedRun by(PendingDispatch otherPaths) {
    return new SimulatedRun(protocol, otherPaths, clusters, cluster, threads, graph, seed);
  }

  SimulatedRun on(int otherClusters, ClusterSpec otherCluster, int otherThreads) {
    return new SimulatedRun(
        protocol, paths, otherClusters, otherCluster, otherThreads, graph, seed);
  }

  SimulatedRun seeded(long otherSeed) {
    return new SimulatedRun(protocol, paths, clusters, cluster, threads, graph, otherSeed);
  }

  int cores() {
    return clusters * cluster.cores();
  }

  /** The recording of the run, which must come to its end. */
  Recording record() {
    AccessRecorder recorder = new AccessRecorder(cores(), threads);
    run(recorder);
    return recorder.recording(Ending.FINISHED);
  }

  /** The check that such a run is held against. */
  Inclusion inclusion() {
    return new Inclusion(protocol.tables(), paths);
  }

  /** Runs to the end; returns the chip. */
  Soc run(AccessListener listener) {
    SocSetup setup =
        SocSetup.of(
            spec(new Random(seed)),
            protocol,
            new DispatchPolicy(Placement.BY_SUBSLOT, paths),
            graph,
            new KeyedRandom(seed),
            (event, tick, core, detail, item) -> {});
    Simulator simulator = new Simulator(TieOrder.asWired(), List.of());
    Soc soc = new Soc(setup.tellingAccesses(listener), simulator);
    soc.start();
    simulator.run();
    if (!soc.finished()) {
      throw new IllegalStateException("not finished: " + soc.describeWaiting());
    }
    return soc;
  }

  private SocSpec spec(Random random) {
    return new SocSpec(
        clusters,
        cluster,
        protocol.startup(),
        seed != 0 && random.nextBoolean(),
        0,
        aicpu(random),
        new OrchestratorSpec(cost(random, 870), false),
        new MmioSpec(
            cost(random, 100), cost(random, 20), cost(random, 140), cost(random, 120), Ticks.ZERO),
        new MemorySpec(cost(random, 41), cost(random, 1040), cost(random, 500), 50),
        new AicoreSpec(
            cost(random, 10),
            cost(random, 100),
            cost(random, 239),
            cost(random, 10),
            cost(random, 10),
            cost(random, 10),
            cost(random, 20),
            cost(random, 40),
            cost(random, 30),
            cost(random, 40)));
  }

  private AicpuSpec aicpu(Random random) {
    return new AicpuSpec(
        threads,
        cost(random, 150),
        cost(random, 50),
        cost(random, 1190),
        cost(random, 30),
        cost(random, 1000),
        cost(random, 20),
        cost(random, 50),
        cost(random, 115),
        Ticks.ofMillis(1),
        Ticks.ofMillis(1));
  }

  /** The chip's cost, or one from next to nothing to three times that. */
  private Ticks cost(Random random, long nanos) {
    double factor = seed == 0 ? 1 : 3 * random.nextDouble();
    return Ticks.ofPicos(1 + (long) (factor * nanos * 1000));
  }
}
