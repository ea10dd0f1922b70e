package io.ackfin.cli;

import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.scenario.text.Problem;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.Shutdown;
import io.ackfin.verify.SystemBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which system is explored. Values are texts, so that all that is wrong can be told at once. */
final class SystemOptions {
  private static final String TASKS = "--tasks";
  private static final String CORES = "--cores";
  private static final String THREADS = "--threads";
  private static final String SHAPES = "--shapes";
  private static final int MOST_THREADS = 2;

  @Mixin private ProtocolOptions protocol;

  @Option(
      names = TASKS,
      paramLabel = "N",
      defaultValue = "4",
      description = "how many tasks, 1 to 15 (default: ${DEFAULT-VALUE})")
  private String tasks;

  @Option(
      names = SHAPES,
      split = ",",
      paramLabel = "S",
      defaultValue = "AIC_ONLY",
      description =
          "the tasks' shapes, in turn, of AIC_ONLY, AIV_X1, AIV_X2, AIC_AIV_X1 and"
              + " AIC_AIV_X2 (default: ${DEFAULT-VALUE})")
  private List<String> shapes = new ArrayList<>();

  @Option(
      names = CORES,
      paramLabel = "aic=N,aiv=N",
      defaultValue = "aic=1,aiv=0",
      description =
          "cube and vector cores, up to 4 in all; a cluster holds one of the first and"
              + " two of the second (default: ${DEFAULT-VALUE})")
  private String cores;

  @Option(
      names = THREADS,
      paramLabel = "T",
      defaultValue = "1",
      description = "scheduler threads, 1 or 2 (default: ${DEFAULT-VALUE})")
  private String threads;

  @Option(
      names = "--placement",
      paramLabel = "WAY",
      defaultValue = "by-subslot",
      description =
          "where a task with two vector subtasks goes: by-subslot or select-aiv (default:"
              + " ${DEFAULT-VALUE})")
  private String placement;

  @Option(
      names = "--any-core",
      description = "a task may go to any core with room, not only to the first one found")
  private boolean anyCore;

  @Option(
      names = "--dispatch",
      paramLabel = "PATHS",
      defaultValue = "both",
      description =
          "which path may put a task behind a running one: spin, skip or both (default:"
              + " ${DEFAULT-VALUE})")
  private String dispatch;

  @Mixin private MemoryOptions memory;

  @Option(
      names = "--kernel-sync",
      paramLabel = "KIND",
      defaultValue = "none",
      description =
          "the kernels of one task wait for one another: none, start (until all have"
              + " started) or barrier (at one point inside; default: ${DEFAULT-VALUE})")
  private String kernelSync;

  @Option(
      names = "--hand-over",
      description = "cores may change hands once, at any moment; needs --threads 2")
  private boolean handOver;

  @Option(
      names = "--gated",
      description = "early staging: task 2 needs task 1 and may be dispatched before its end")
  private boolean gated;

  @Option(
      names = "--shutdown",
      paramLabel = "KIND",
      defaultValue = "normal",
      description =
          "normal, any-time (the owners may be told to stop at any moment) or emergency"
              + " (at any moment another thread writes exit; default: ${DEFAULT-VALUE})")
  private String shutdown;

  /** The system that the options describe; nothing if anything is wrong with them. */
  Optional<BoundedSystem> read(OptionReader reader) {
    SystemBuilder system = SystemBuilder.of(protocol.read(reader, gated));
    int taskCount = reader.count(TASKS, tasks, 1, BoundedSystem.MOST_ORDINALS);
    List<ResourceShape> turn =
        reader.listed(SHAPES, shapes, List.of(ResourceShape.values()), ResourceShape::name);
    CoreCounts counts = CoreCounts.read(reader, CORES, cores);
    checkShapes(reader, counts, turn);
    int threadCount = reader.count(THREADS, threads, 1, MOST_THREADS);
    MemoryMode unsaid = protocol.isStoreOrderOff() ? MemoryMode.RELAXED : MemoryMode.IN_ORDER;
    system
        .tasks(taskCount)
        .shapes(turn.toArray(new ResourceShape[0]))
        .cores(counts.aic(), counts.aiv())
        .threads(threadCount)
        .placement(reader.named("--placement", placement, Placement.values()))
        .anyCore(anyCore)
        .paths(reader.named("--dispatch", dispatch, PendingDispatch.values()))
        .memory(memory.read(reader, unsaid))
        .outputPosted(memory.outputPosted())
        .kernelSync(reader.named("--kernel-sync", kernelSync, KernelSync.values()))
        .handOver(handOver)
        .shutdown(reader.named("--shutdown", shutdown, Shutdown.values()));
    checkTogether(reader, threadCount, taskCount);
    return reader.isAllFine() ? build(reader, system) : Optional.empty();
  }

  /** Values that are fine one by one may still make too large a system. */
  private static Optional<BoundedSystem> build(OptionReader reader, SystemBuilder system) {
    try {
      return Optional.of(system.build());
    } catch (IllegalArgumentException e) {
      Problem.Refusal refusal = Problem.Refusal.of(e.getMessage());
      reader.refuse("--" + refusal.name(), refusal.found(), refusal.expected());
      return Optional.empty();
    }
  }

  private static void checkShapes(
      OptionReader reader, CoreCounts counts, List<ResourceShape> turn) {
    if (!reader.isFine(CORES)) {
      return;
    }
    List<ResourceShape> possible =
        Arrays.stream(ResourceShape.values()).filter(counts::fit).toList();
    turn.stream()
        .distinct()
        .filter(shape -> !possible.contains(shape))
        .forEach(
            shape ->
                reader.refuse(
                    SHAPES,
                    shape.name(),
                    Problem.oneOf(possible) + ", as the cores are " + counts));
  }

  private void checkTogether(OptionReader reader, int threadCount, int taskCount) {
    if (handOver && threadCount < MOST_THREADS && reader.isFine(THREADS)) {
      reader.refuse("--hand-over", "with one thread", THREADS + " " + MOST_THREADS);
    }
    if (gated && taskCount == 1 && reader.isFine(TASKS)) {
      reader.refuse("--gated", "with one task", TASKS + " 2 or more");
    }
  }
}
