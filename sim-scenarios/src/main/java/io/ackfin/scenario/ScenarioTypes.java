package io.ackfin.scenario;

import io.ackfin.core.time.Ticks;
import io.ackfin.device.soc.Preset;
import io.ackfin.scenario.bind.Basis;
import io.ackfin.scenario.bind.Kinds;
import io.ackfin.scenario.bind.ValueTypes;
import io.ackfin.workload.Generators;
import io.ackfin.workload.GraphGenerator;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.TaskLine;
import java.util.List;
import java.util.Optional;

/**
 * What scenario files hold beside plain values: the kinds of durations, generators and workloads,
 * and which keys are required.
 */
public final class ScenarioTypes {
  private ScenarioTypes() {}

  /** A fresh registry, for one thread. */
  public static ValueTypes create() {
    return new ValueTypes(Scenario.class)
        .with(Basis.of(Scenario.defaults()).requiring("ackfin", "name", "workload"))
        .with(Basis.of(PresetFile.standIn()).requiring("ackfin", "soc"))
        .with(Basis.of(new ExpectSection(0, Optional.empty())).requiring("exit"))
        .with(workloads())
        .with(Basis.of(Workload.Generated.standIn()).requiring("generator"))
        .with(Basis.of(new Workload.Listed(List.of(task()))).requiring("tasks"))
        .with(Basis.of(task()).requiring("id"))
        .with(generators())
        .with(durations())
        .with(Basis.of(new KernelDuration.Uniform(us(1), us(3))).requiring("min", "max"))
        .with(Basis.of(new KernelDuration.Normal(us(2), us(0))).requiring("mean", "sd"))
        .with(Basis.of(new KernelDuration.Lognormal(us(2), 0)).requiring("median", "sigma"))
        .with(
            Basis.of(new KernelDuration.Empirical(List.of(us(2)), List.of())).requiring("values"));
  }

  /** The preset of a scenario that names none. */
  public static Preset defaultPreset() {
    return SocSection.defaults().preset();
  }

  private static Ticks us(long microseconds) {
    return Ticks.ofMicros(microseconds);
  }

  /** Stands in for a task without a readable id. */
  private static TaskLine task() {
    return new TaskLine("unnamed", null, List.of(), List.of(), List.of());
  }

  /** A workload has no name: it is known by the key that only its kind has. */
  private static Kinds workloads() {
    return Kinds.byKey(Workload.class)
        .with("generator", Workload.Generated.class)
        .with("tasks", Workload.Listed.class);
  }

  /** All that the workload package registers. */
  private static Kinds generators() {
    Kinds kinds = Kinds.named(GraphGenerator.class, GraphGenerator::kind);
    for (GraphGenerator generator : Generators.all()) {
      kinds.with(generator.kind(), ((Record) generator).getClass());
    }
    return kinds;
  }

  /** A fixed duration is written as a plain time, and in no other way. */
  private static Kinds durations() {
    return Kinds.named(KernelDuration.class, KernelDuration::kind)
        .shortened(KernelDuration.Fixed.class)
        .with("uniform", KernelDuration.Uniform.class)
        .with("normal", KernelDuration.Normal.class)
        .with("lognormal", KernelDuration.Lognormal.class)
        .with("empirical", KernelDuration.Empirical.class);
  }
}
