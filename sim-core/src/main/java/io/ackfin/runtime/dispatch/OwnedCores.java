package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.CondWord;
import io.ackfin.runtime.memory.RegisterPort;
import io.ackfin.runtime.record.RecordKind;

/** The clusters of one scheduler and which of their cores are busy. Its thread. */
final class OwnedCores {
  private final int scheduler;
  private final RunContext run;
  private final Chip chip;
  private final RegisterPort port;
  private final RunningCores cubes;
  private final RunningCores vectors;
  private ClusterRange range;

  /** What a scheduler owns when the run begins: nothing, if it comes at the hand-over. */
  OwnedCores(int scheduler, RunContext run, RegisterPort port) {
    this.scheduler = scheduler;
    this.run = run;
    this.port = port;
    chip = run.spec().chip();
    cubes = new RunningCores(chip.cores());
    vectors = new RunningCores(chip.cores());
    int atStart = run.handOver().before();
    range =
        scheduler < atStart
            ? ClusterRange.of(scheduler, atStart, chip.clusters())
            : ClusterRange.NONE;
  }

  ClusterRange range() {
    return range;
  }

  int first() {
    return range.first() * chip.coresPerCluster();
  }

  int end() {
    return range.end() * chip.coresPerCluster();
  }

  /** The busy cube cores. */
  RunningCores cubes() {
    return cubes;
  }

  /** The busy vector cores. */
  RunningCores vectors() {
    return vectors;
  }

  /** A core that was idle is busy. */
  void becameBusy(int core) {
    (chip.isCube(core) ? cubes : vectors).add(core);
  }

  /** The cores are not touched again before {@link #take} or {@link #keep}. */
  void give() {
    record(RecordKind.GIVE);
  }

  /** Takes what the hand-over dealt, with all that is known of the cores. */
  void take() {
    ClusterRange before = range;
    range = run.handOver().owned(scheduler, chip.clusters());
    cubes.clear();
    vectors.clear();
    for (int core = first(); core < end(); core++) {
      boolean lost = run.has(Fault.LOST_HAND_OVER) && !before.contains(chip.cluster(core));
      if (!run.books().get(core).running.isEmpty() && !lost) {
        becameBusy(core);
      }
    }
    record(RecordKind.TAKE);
  }

  /** The hand-over does not take place: what was given is still this scheduler's. */
  void keep() {
    record(RecordKind.TAKE);
  }

  private void record(RecordKind kind) {
    for (int core = first(); core < end(); core++) {
      port.event(kind, 0, core, scheduler, 0);
    }
  }

  /** What is in flight, core by core, to be put behind what a scheduler waits for. */
  String inFlight() {
    StringBuilder text = new StringBuilder();
    for (int core = first(); core < end(); core++) {
      CoreBook book = run.books().get(core);
      if (!book.running.isEmpty()) {
        text.append("; %s to end dispatch %d".formatted(chip.describe(core), book.running.id));
        text.append(book.pending.isEmpty() ? "" : " and then " + book.pending.id);
        text.append(", its COND is ").append(CondWord.format(port.condAcquire(core)));
      }
    }
    return text.toString();
  }
}
