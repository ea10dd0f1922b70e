package io.ackfin.scenario;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.core.time.Ticks;
import io.ackfin.device.soc.ClusterSpec;
import io.ackfin.device.soc.Preset;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.handshake.Addition;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.Invariant;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import io.ackfin.workload.Chain;
import io.ackfin.workload.GraphGenerator;
import io.ackfin.workload.Independent;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Layered;
import io.ackfin.workload.Mixed;
import io.ackfin.workload.TaskLine;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Valid scenarios, each drawn from one seed; every parameter of the chip is drawn in its range. */
final class RandomScenario {
  private final Random random;

  private RandomScenario(long seed) {
    random = new Random(seed);
  }

  static Scenario of(long seed) {
    return new RandomScenario(seed).scenario();
  }

  private Scenario scenario() {
    String name = pick("plain", "with space", "2us", "on", "5", "a: b", "ü", "- x");
    return new Scenario(
        1,
        name,
        random.nextLong(),
        new SocSection(pick(Preset.values()), spec()),
        protocol(),
        workload(),
        new RunSection(
            random.nextBoolean() ? OptionalLong.of(random.nextLong()) : OptionalLong.empty(),
            random.nextBoolean() ? Optional.of(time(1, Long.MAX_VALUE)) : Optional.empty(),
            Polling.NAIVE),
        new RuntimeSection(
            pick(RuntimeSection.Kernel.values()),
            random.nextBoolean()
                ? Optional.of(pick(RuntimeSection.Wait.values()))
                : Optional.empty(),
            pick(RuntimeSection.Submission.values())),
        expect());
  }

  private SocSpec spec() {
    SocSpec drawn = (SocSpec) record(SocSpec.class);
    return new SocSpec(
        drawn.clusters(),
        new ClusterSpec(1, 2),
        drawn.startup(),
        drawn.loadDrainsStores(),
        drawn.taskWindow(),
        drawn.aicpu(),
        drawn.orchestrator(),
        drawn.mmio(),
        drawn.memory(),
        drawn.aicore());
  }

  /** Draws again where the record's own checks refuse a combination. */
  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    while (true) {
      Object[] values = Arrays.stream(components).map(this::value).toArray();
      try {
        Class<?>[] types =
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return type.getDeclaredConstructor(types).newInstance(values);
      } catch (ReflectiveOperationException e) {
        if (!(e.getCause() instanceof IllegalArgumentException)) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  private Object value(RecordComponent component) {
    Class<?> type = component.getType();
    Parameter parameter = component.getAnnotation(Parameter.class);
    if (type == int.class) {
      long max = Math.min(parameter.max(), 1_000_000);
      return (int) (parameter.min() + random.nextInt((int) (max - parameter.min() + 1)));
    }
    if (type == boolean.class) {
      return random.nextBoolean();
    }
    if (type == Ticks.class) {
      return time(parameter.min(), parameter.max());
    }
    return type.isEnum() ? pick(type.getEnumConstants()) : record(type);
  }

  /** Of any magnitude. */
  private Ticks time(long min, long max) {
    long any = random.nextLong() >>> (1 + random.nextInt(63));
    return Ticks.ofPicos(Math.max(min, Math.min(max, any)));
  }

  private ProtocolSection protocol() {
    Variant variant = pick(Variant.values());
    return new ProtocolSection(
        variant,
        some(Protection.values(), protection -> VariantRules.has(variant, protection)),
        some(Addition.values(), addition -> VariantRules.has(variant, addition)),
        pick(Placement.values()),
        pick(PendingDispatch.values()),
        random.nextInt(1000));
  }

  private Workload workload() {
    if (random.nextBoolean()) {
      return new Workload.Generated(generator());
    }
    List<TaskLine> lines = IntStream.range(0, 1 + random.nextInt(5)).mapToObj(this::line).toList();
    return new Workload.Listed(lines);
  }

  private GraphGenerator generator() {
    ResourceShape shape = pick(ResourceShape.values());
    int tasks = 1 + random.nextInt(1000);
    return switch (random.nextInt(4)) {
      case 0 -> new Independent(tasks, shape, duration());
      case 1 -> new Chain(tasks, shape, duration(), 1 + random.nextInt(tasks));
      case 2 -> new Mixed(1 + random.nextInt(50), duration(), pick(KernelSync.values()));
      default ->
          new Layered(
              1 + random.nextInt(20),
              5,
              random.nextDouble(),
              List.of(shape, shape),
              duration(),
              shape.singleCore() ? KernelSync.NONE : pick(KernelSync.values()));
    };
  }

  private KernelDuration duration() {
    Ticks small = Ticks.ofPicos(1 + random.nextInt(1_000_000));
    Ticks large = Ticks.ofPicos(1_000_001 + random.nextInt(1_000_000));
    return switch (random.nextInt(5)) {
      case 0 -> new KernelDuration.Fixed(small);
      case 1 -> new KernelDuration.Uniform(small, large);
      case 2 -> new KernelDuration.Normal(large, small, small);
      case 3 -> new KernelDuration.Lognormal(small, random.nextDouble());
      default -> new KernelDuration.Empirical(List.of(small, large), List.of(1L, 7L));
    };
  }

  private TaskLine line(int number) {
    List<Subslot> subtasks = new ArrayList<>(some(Subslot.values(), any -> true));
    boolean byShape = subtasks.isEmpty();
    List<KernelDuration> durations =
        Stream.generate(this::duration).limit(random.nextInt(2)).toList();
    List<String> after =
        IntStream.range(0, number).filter(i -> random.nextBoolean()).mapToObj(this::id).toList();
    ResourceShape shape = byShape ? pick(ResourceShape.values()) : null;
    int cores = byShape ? shape.cubes() + shape.vectors() : subtasks.size();
    KernelSync sync = cores == 1 ? KernelSync.NONE : pick(KernelSync.values());
    return new TaskLine(id(number), shape, subtasks, durations, after, sync);
  }

  private String id(int number) {
    return number % 2 == 0 ? Integer.toString(number) : "task " + number;
  }

  private Optional<ExpectSection> expect() {
    return switch (random.nextInt(3)) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new ExpectSection(0, Optional.empty()));
      default -> Optional.of(new ExpectSection(3, Optional.of(pick(Invariant.values()))));
    };
  }

  private <E> Set<E> some(E[] all, Predicate<E> possible) {
    return Arrays.stream(all)
        .filter(possible.and(any -> random.nextInt(3) == 0))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @SafeVarargs
  private <E> E pick(E... all) {
    return all[random.nextInt(all.length)];
  }
}
