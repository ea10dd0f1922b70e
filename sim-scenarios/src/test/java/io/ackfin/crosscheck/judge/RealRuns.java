package io.ackfin.crosscheck.judge;

import io.ackfin.core.time.Ticks;
import io.ackfin.crosscheck.mutant.RealRun;
import io.ackfin.crosscheck.real.RecordedRun;
import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.runtime.dispatch.DispatchRun;
import io.ackfin.runtime.dispatch.Fault;
import io.ackfin.runtime.dispatch.RuntimeSpec;
import io.ackfin.runtime.dispatch.SpecChanges;
import io.ackfin.runtime.kernel.Kernel;
import io.ackfin.runtime.kernel.KernelKind;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.TaskGraph;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs of the runtime on threads of this host, for tests of what judges them. */
final class RealRuns {
  /** Kernels about as long as threads take turns, so that all cases come up. */
  static final KernelDuration SHORT = new KernelDuration.Uniform(Ticks.ZERO, Ticks.ofMicros(5));

  /** Threads that yield get on however many others want the processors. */
  static final RuntimeSpec SPEC =
      RuntimeSpec.defaults()
          .with(
              spec -> {
                spec.waiting = WaitKind.YIELD;
                spec.kernel = KernelKind.YIELD;
                spec.recordsPerThread = 1 << 16;
              });

  private RealRuns() {}

  static RuntimeSpec spec(Consumer<SpecChanges> changes) {
    return SPEC.with(changes);
  }

  static RecordedRun run(RuntimeSpec spec, TaskGraph graph) {
    return RealRun.record(RealRun.plan("test", spec, graph), DispatchRun.of(spec, graph));
  }

  static RecordedRun run(RuntimeSpec spec, TaskGraph graph, Fault fault) {
    return RealRun.record(
        RealRun.plan("test", spec, graph), DispatchRun.withFaults(spec, graph, Set.of(fault)));
  }

  static RecordedRun run(RuntimeSpec spec, TaskGraph graph, Supplier<Kernel> kernels) {
    return RealRun.record(
        RealRun.plan("test", spec, graph), DispatchRun.withKernels(spec, graph, kernels));
  }
}
