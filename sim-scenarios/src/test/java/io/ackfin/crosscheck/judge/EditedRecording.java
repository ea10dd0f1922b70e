package io.ackfin.crosscheck.judge;

import io.ackfin.crosscheck.real.RecordedRun;
import io.ackfin.runtime.record.Lane;
import io.ackfin.runtime.record.RecordKind;
import io.ackfin.runtime.record.Recorder;
import io.ackfin.runtime.record.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** A recording that can be falsified, record by record. */
final class EditedRecording {
  /** One record, of which everything may be changed. */
  static final class Line {
    RecordKind kind;
    int detail;
    int core;
    int value;
    long begin;
    long end;
    long extra;

    private Line(Lane lane, int record) {
      kind = lane.kind(record);
      detail = lane.detail(record);
      core = lane.core(record);
      value = lane.value(record);
      begin = lane.beginNs(record);
      end = lane.endNs(record);
      extra = lane.extra(record);
    }
  }

  private final RecordedRun run;
  private final List<List<Line>> lanes = new ArrayList<>();

  EditedRecording(RecordedRun run) {
    this.run = run;
    for (Lane lane : run.recording().lanes()) {
      List<Line> lines = new ArrayList<>();
      for (int record = 0; record < lane.size(); record++) {
        lines.add(new Line(lane, record));
      }
      lanes.add(lines);
    }
  }

  /** The records of a lane. */
  List<Line> lane(int lane) {
    return lanes.get(lane);
  }

  /** Where the last record of that sort is in a lane. */
  int last(int lane, BiPredicate<List<Line>, Integer> isWanted) {
    List<Line> lines = lanes.get(lane);
    for (int at = lines.size() - 1; at >= 0; at--) {
      if (isWanted.test(lines, at)) {
        return at;
      }
    }
    throw new AssertionError("no such record");
  }

  EditedRecording changeAll(Consumer<Line> change) {
    lanes.forEach(lines -> lines.forEach(change));
    return this;
  }

  /** The run with what its recording has become. */
  RecordedRun run() {
    List<Lane> edited = new ArrayList<>();
    for (int lane = 0; lane < lanes.size(); lane++) {
      List<Line> lines = lanes.get(lane);
      String name = run.recording().lanes().get(lane).name();
      int cores = run.plan().spec().chip().cores();
      Recorder recorder = new Recorder(name, lines.size() + 1, cores, 0);
      for (Line line : lines) {
        long head = Recorder.head(line.kind, line.detail, line.core, line.value);
        recorder.poll(head, line.begin, line.end, line.extra, false);
      }
      edited.add(recorder.lane());
    }
    return new RecordedRun(run.plan(), new Recording(edited), run.finished(), run.why());
  }
}
