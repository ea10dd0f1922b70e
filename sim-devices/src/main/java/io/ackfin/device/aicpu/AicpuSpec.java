package io.ackfin.device.aicpu;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.core.parameter.Require;
import io.ackfin.core.time.Ticks;

/** What each step of a scheduler thread costs. */
public record AicpuSpec(
    @Parameter(
            value = "scheduler threads; never more are used than there are clusters",
            source = "published: 3 schedulers + 1 orchestrator at the time of the dual-slot change",
            min = 1,
            max = 64)
        int schedulers,
    @Parameter(
            value = "taking a task out of a ready queue",
            source = "published: contended compare-and-set ~150 ns (commit f8b16d19a)")
        Ticks queuePop,
    @Parameter(value = "putting a ready task into a queue", source = "assumed part of completion")
        Ticks queuePush,
    @Parameter(
            value = "building the payload of one subtask",
            source = "assumed: what pop and barriers leave of 1.4 us a dispatch")
        Ticks payloadBuild,
    @Parameter(
            value = "one store barrier; a dispatch has two",
            source = "published: ~30 ns (2026-06-chip-swimlane-defer-wmb.md)")
        Ticks barrier,
    @Parameter(
            value = "bookkeeping of one completed task",
            source = "assumed: 1.0 us, the split of at most 2.6 us a task and thread")
        Ticks completion,
    @Parameter(
            value = "on top of it, for each consumer of the completed task",
            source = "assumed part of completion")
        Ticks completionPerConsumer,
    @Parameter(
            value = "releasing what one completed task held",
            source = "assumed part of completion")
        Ticks release,
    @Parameter(
            value = "one turn of the scheduler's loop beside everything else",
            source = "published: idle loop ~115 ns with nothing running (commit 0309e7873)")
        Ticks loopOverhead,
    @Parameter(
            value = "a thread gives up after so long without progress",
            source = "published: 2 s (troubleshooting docs)",
            min = 1)
        Ticks giveUp,
    @Parameter(
            value = "how long a thread waits for a core's answer to exit",
            source = "published: 1 s per core (troubleshooting docs)",
            min = 1)
        Ticks exitBound) {
  public AicpuSpec {
    Require.range("schedulers", schedulers, 1, 64);
    Require.positive("giveUp", giveUp);
    Require.positive("exitBound", exitBound);
  }
}
