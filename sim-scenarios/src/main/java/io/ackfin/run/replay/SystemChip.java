package io.ackfin.run.replay;

import io.ackfin.device.soc.ScriptedLayout;
import io.ackfin.device.soc.ScriptedSetup;
import io.ackfin.device.soc.ScriptedSetup.Output;
import io.ackfin.handshake.Fault;
import io.ackfin.protocol.HandshakeListener;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.Shutdown;
import io.ackfin.workload.TaskGraph;
import java.util.ArrayList;
import java.util.List;

/** What chip and what workload a bounded system is. */
final class SystemChip {
  /** In a gated system, the task that the other one needs. */
  static final int PRODUCER = 1;

  /** In a gated system, the task that may be dispatched too early. */
  static final int CONSUMER = 2;

  private SystemChip() {}

  /** The tasks, known by their numbers from 1. How long kernels take is up to the schedule. */
  static TaskGraph graph(BoundedSystem system) {
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int task = 1; task <= system.tasks(); task++) {
      graph.task(system.shape(task), 0);
      graph.named(Integer.toString(task));
      if (system.gated() && task == CONSUMER) {
        graph.after(PRODUCER - 1);
      }
    }
    return graph.build();
  }

  /** The chip, its threads and the fate of its kernels' output. */
  static ScriptedSetup setup(
      BoundedSystem system, ScriptedLayout layout, TaskGraph graph, HandshakeListener listener) {
    return new ScriptedSetup(
        layout,
        system.protocol(),
        graph,
        threadNames(system),
        output(system),
        listener,
        Replay.STEP_TICKS);
  }

  /** The schedulers; then, if there is one, the thread that stops the run. */
  static List<String> threadNames(BoundedSystem system) {
    List<String> names = new ArrayList<>();
    for (int thread = 0; thread < system.threads(); thread++) {
      names.add("scheduler " + thread);
    }
    if (system.shutdown() == Shutdown.EMERGENCY) {
      names.add("stopper");
    }
    return names;
  }

  private static Output output(BoundedSystem system) {
    if (system.outputPosted()) {
      return Output.POSTED;
    }
    return system.protocol().faults().contains(Fault.OUTPUT_UNPUBLISHED)
        ? Output.AT_END
        : Output.PUBLISHED;
  }
}
