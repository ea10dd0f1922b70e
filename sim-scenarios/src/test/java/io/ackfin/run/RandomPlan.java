package io.ackfin.run;

import io.ackfin.core.event.TieOrder;
import io.ackfin.core.time.Ticks;
import io.ackfin.device.aicore.AicoreSpec;
import io.ackfin.device.aicpu.AicpuSpec;
import io.ackfin.device.aicpu.DispatchPolicy;
import io.ackfin.device.aicpu.OrchestratorSpec;
import io.ackfin.device.memory.MemorySpec;
import io.ackfin.device.mmio.MmioSpec;
import io.ackfin.device.soc.ClusterSpec;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.handshake.Addition;
import io.ackfin.handshake.Fault;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.DispatchId;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.workload.Chain;
import io.ackfin.workload.Independent;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Layered;
import io.ackfin.workload.Mixed;
import io.ackfin.workload.TaskGraph;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Plans of short runs, each drawn from one seed: every graph generator and graphs edge by edge,
 * every variant with protections off and faults built in, and costs of three kinds, one of which
 * makes ties common, one of which makes them rare, and one in which much costs nothing.
 */
final class RandomPlan {
  private static final int MOST_TASKS = 60;

  /** Some faults make a run complete tasks for ever; others end long before. */
  private static final long UNTIL = 500_000_000;

  private enum Costs {
    COARSE,
    ODD,
    SPARSE
  }

  private final long seed;
  private final Random random;
  private final Costs costs;

  private RandomPlan(long seed) {
    this.seed = seed;
    random = new Random(seed);
    costs = pick(Costs.values());
  }

  static RunPlan of(long seed) {
    return new RandomPlan(seed).plan();
  }

  private RunPlan plan() {
    Variant variant = pick(Variant.values());
    SocSpec spec = spec();
    return new RunPlan(
        "seed " + seed,
        seed,
        spec,
        protocol(variant).startingBy(spec.startup()),
        new DispatchPolicy(pick(Placement.values()), pick(PendingDispatch.values())),
        graph(spec.cluster()),
        chance(2) ? TieOrder.asWired() : TieOrder.permuted(random.nextLong()),
        until());
  }

  /** One run in five is cut off while it is at work; of coarse costs, at a tick of their grid. */
  private long until() {
    long early = 250_000L * (1 + random.nextInt(240));
    return !chance(5) ? UNTIL : costs == Costs.COARSE ? early : early + random.nextInt(250_000);
  }

  private SocSpec spec() {
    ClusterSpec cluster =
        chance(2)
            ? new ClusterSpec(1, 2)
            : new ClusterSpec(random.nextInt(2), 1 + random.nextInt(2));
    return new SocSpec(
        1 + random.nextInt(chance(4) ? 8 : 4),
        chance(6) ? new ClusterSpec(1, 0) : cluster,
        pick(Startup.values()),
        random.nextBoolean(),
        0,
        aicpu(),
        new OrchestratorSpec(cost(2_000), false),
        new MmioSpec(period(20, 150), cost(20), some(200), some(200), rare(120)),
        new MemorySpec(period(10, 60), some(1_000), cost(500), random.nextInt(101)),
        new AicoreSpec(
            period(3, 20),
            cost(100),
            cost(300),
            cost(50),
            cost(100),
            cost(50),
            rare(100),
            rare(50),
            rare(100),
            rare(60)));
  }

  private AicpuSpec aicpu() {
    return new AicpuSpec(
        1 + random.nextInt(4),
        cost(200),
        cost(100),
        cost(1_500),
        cost(40),
        cost(1_000),
        cost(200),
        cost(200),
        chance(3) ? Ticks.ZERO : period(10, 150),
        Ticks.ofMicros(30 + random.nextInt(60)),
        Ticks.ofNanos(chance(4) ? 1 + random.nextInt(1_000) : chance(3) ? 200_000 : 20_000));
  }

  /** A cost of 0 or more, of so many nanoseconds at most or a little more. */
  private Ticks cost(int nanos) {
    return switch (costs) {
      case COARSE -> Ticks.ofNanos(nanos / 4L * random.nextInt(4));
      case ODD -> Ticks.ofPicos(1 + random.nextInt(1_000 * nanos));
      case SPARSE -> chance(3) ? Ticks.ofPicos(random.nextInt(1_000 * nanos)) : Ticks.ZERO;
    };
  }

  /** A cost that the published chip does not have. */
  private Ticks rare(int nanos) {
    return chance(3) ? cost(nanos) : Ticks.ZERO;
  }

  /** A cost of more than 0. */
  private Ticks some(int nanos) {
    Ticks drawn = cost(nanos);
    return drawn.picoseconds() > 0 ? drawn : Ticks.ofNanos(Math.max(1, nanos / 4));
  }

  /** What is repeated while nothing happens: never so short that a run takes for ever. */
  private Ticks period(int least, int nanos) {
    return Ticks.ofPicos(1_000L * least + cost(nanos).picoseconds());
  }

  private Protocol protocol(Variant variant) {
    Protocol protocol = Protocol.of(variant);
    for (int i = random.nextInt(3); i > 0 && chance(2); i--) {
      protocol = protocol.without(pick(Protection.values()));
    }
    if (variant == Variant.DUAL_SLOT && chance(4)) {
      protocol = protocol.with(Addition.GUARD_ABORT);
    }
    if (chance(6)) {
      protocol = protocol.withFault(pick(Fault.values()));
    }
    if (chance(4)) {
      protocol = protocol.counting(DispatchId.FULL.modulo(2 + random.nextInt(9)));
    } else if (chance(4)) {
      int first = DispatchId.RESERVED - 1 - random.nextInt(8);
      protocol = protocol.counting(DispatchId.FULL.startingAt(first));
    }
    return chance(8) ? protocol.staging(true) : protocol;
  }

  private TaskGraph graph(ClusterSpec cluster) {
    List<ResourceShape> shapes =
        Arrays.stream(ResourceShape.values())
            .filter(shape -> chance(20) || fits(shape, cluster))
            .toList();
    ResourceShape shape = shapes.get(random.nextInt(shapes.size()));
    int tasks = 1 + random.nextInt(MOST_TASKS);
    return switch (random.nextInt(5)) {
      case 0 -> new Independent(tasks, shape, duration()).build(seed);
      case 1 -> new Chain(tasks, shape, duration(), 1 + random.nextInt(tasks)).build(seed);
      case 2 ->
          cluster.aic() == 1 && cluster.aiv() == 2
              ? new Mixed(1 + tasks / 5, duration()).build(seed)
              : edgeByEdge(tasks, shapes);
      case 3 ->
          new Layered(
                  1 + random.nextInt(5),
                  1 + random.nextInt(8),
                  random.nextDouble(),
                  shapes,
                  duration())
              .build(seed);
      default -> edgeByEdge(tasks, shapes);
    };
  }

  private static boolean fits(ResourceShape shape, ClusterSpec cluster) {
    return shape.cubes() <= cluster.aic() && shape.vectors() <= cluster.aiv();
  }

  private TaskGraph edgeByEdge(int tasks, List<ResourceShape> shapes) {
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int task = 0; task < tasks; task++) {
      graph.task(shapes.get(random.nextInt(shapes.size())), cost(4_000).picoseconds());
      for (int producer = Math.max(0, task - 6); producer < task; producer++) {
        if (chance(5)) {
          graph.after(producer);
        }
      }
    }
    return graph.build();
  }

  private KernelDuration duration() {
    int nanos = chance(8) ? 20_000 : 5_000;
    return chance(2)
        ? new KernelDuration.Fixed(cost(nanos))
        : new KernelDuration.Uniform(Ticks.ofPicos(100), Ticks.ofNanos(nanos));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  @SafeVarargs
  private <E> E pick(E... all) {
    return all[random.nextInt(all.length)];
  }
}
