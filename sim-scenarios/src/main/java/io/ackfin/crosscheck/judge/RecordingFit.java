package io.ackfin.crosscheck.judge;

import io.ackfin.crosscheck.real.RecordedRun;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.runtime.memory.PayloadSlots;
import io.ackfin.runtime.memory.Register;
import io.ackfin.runtime.record.Lane;
import io.ackfin.runtime.record.Recording;
import io.ackfin.workload.TaskGraph;
import java.util.BitSet;

/** Refuses a recording that cannot be judged: incomplete, or of another chip or workload. */
public final class RecordingFit {
  private final Recording recording;
  private final TaskGraph graph;
  private final int cores;

  private RecordingFit(RecordedRun run) {
    recording = run.recording();
    graph = run.plan().graph();
    cores = run.plan().spec().chip().cores();
  }

  /**
   * Checks that a recording is whole and fits its plan.
   *
   * @throws IllegalArgumentException saying what is wrong, for people
   */
  public static void check(RecordedRun run) {
    RecordingFit fit = new RecordingFit(run);
    fit.checkLanes();
    for (Lane lane : fit.recording.lanes()) {
      for (int record = 0; record < lane.size(); record++) {
        fit.checkRecord(lane, record);
      }
    }
  }

  private void checkLanes() {
    BitSet found = new BitSet();
    for (Lane lane : recording.lanes()) {
      if (lane.lost() > 0) {
        throw new IllegalArgumentException(
            "recording: %s lost %d records (expected: none; record more per thread)"
                .formatted(lane.name(), lane.lost()));
      }
      int core = RunView.coreOf(lane.name());
      if (core != RunView.NONE) {
        found.set(core);
      }
    }
    if (found.cardinality() != cores || found.length() != cores) {
      throw new IllegalArgumentException(
          "recording: of %d cores (expected: of cores 0 to %d, as the plan has them)"
              .formatted(found.cardinality(), cores - 1));
    }
  }

  private void checkRecord(Lane lane, int record) {
    expect(lane, record, "core", lane.core(record), cores);
    int value = lane.value(record);
    int detail = lane.detail(record);
    switch (lane.kind(record)) {
      case LOAD, STORE -> expect(lane, record, "register", detail, Register.values().length);
      case POLL -> expect(lane, record, "case", detail, CompletionCase.COUNT);
      case DISPATCH, ABORTED, COMPLETE -> {
        expect(lane, record, "subtask", value, graph.subtasks());
        expect(lane, record, "detail", detail, CompletionCase.COUNT);
      }
      case SLOT_WRITE -> {
        expect(lane, record, "subtask", value, graph.subtasks());
        expect(lane, record, "slot", detail, PayloadSlots.PER_CORE);
      }
      case SLOT_READ, KERNEL_START, KERNEL_END ->
          // What a core found in a slot may be anything, the slot may not.
          expect(lane, record, "slot", detail, PayloadSlots.PER_CORE);
      case TASK_COMPLETE -> expect(lane, record, "task", value, graph.tasks());
      case REPEAT, FIN_SKIPPED, GIVE, TAKE, CARRIED, STOPPED -> {
        // Any number will do.
      }
    }
  }

  private static void expect(Lane lane, int record, String name, int value, int end) {
    if (value < 0 || value >= end) {
      throw new IllegalArgumentException(
          "recording: %s, record %d, %s %d (expected: 0 to %d, as the plan has them)"
              .formatted(lane.name(), record, name, value, end - 1));
    }
  }
}
