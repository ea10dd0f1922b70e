package io.ackfin.runtime.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RecorderTest {
  private static final int REGISTER = 5;

  private final Recorder recorder = new Recorder("scheduler 0", 8, 3, System.nanoTime());

  @Test
  void everyFieldComesBack() {
    recorder.event(RecordKind.KERNEL_END, 0xFE, 2, 0x8000_0001, Long.MIN_VALUE + 1);
    recorder.poll(Recorder.head(RecordKind.POLL, 4, 1, -1), 10, 20, Recorder.pair(-1, 7), false);
    Lane lane = recorder.lane();
    assertThat(lane.name()).isEqualTo("scheduler 0");
    assertThat(lane.size()).isEqualTo(2);
    assertThat(lane.kind(0)).isEqualTo(RecordKind.KERNEL_END);
    assertThat(lane.detail(0)).isEqualTo(0xFE);
    assertThat(lane.core(0)).isEqualTo(2);
    assertThat(lane.value(0)).isEqualTo(0x8000_0001);
    assertThat(lane.extra(0)).isEqualTo(Long.MIN_VALUE + 1);
    assertThat(lane.beginNs(0)).isEqualTo(lane.endNs(0)).isNotNegative();
    assertThat(lane.value(1)).isEqualTo(-1);
    assertThat(lane.beginNs(1)).isEqualTo(10);
    assertThat(lane.endNs(1)).isEqualTo(20);
    assertThat((int) (lane.extra(1) >> 32)).isEqualTo(-1);
    assertThat((int) lane.extra(1)).isEqualTo(7);
  }

  @Test
  void equalReadsFoldAndKeepTheFirstAndTheLastTime() {
    for (long time = 1; time <= 4; time++) {
      recorder.poll(Recorder.head(RecordKind.POLL, 0, 0, 9), 10 * time, 10 * time + 1, 3, true);
    }
    Lane lane = recorder.lane();
    assertThat(lane.size()).isEqualTo(2);
    assertThat(lane.beginNs(0)).isEqualTo(10);
    assertThat(lane.kind(1)).isEqualTo(RecordKind.REPEAT);
    assertThat(lane.value(1)).isEqualTo(3);
    assertThat(lane.beginNs(1)).isEqualTo(40);
    assertThat(lane.endNs(1)).isEqualTo(41);
    assertThat(lane.extra(1)).isZero();
  }

  @Test
  void recordsAboutOtherCoresDoNotEndARunOfReads() {
    recorder.load(REGISTER, 0, 9, 0);
    recorder.load(REGISTER, 1, 9, 0);
    recorder.load(REGISTER, 0, 9, 0);
    recorder.store(REGISTER, 2, 9, 0);
    recorder.load(REGISTER, 0, 9, 0);
    assertThat(kinds(recorder.lane()))
        .containsExactly(RecordKind.LOAD, RecordKind.LOAD, RecordKind.REPEAT, RecordKind.STORE);
    assertThat(recorder.lane().value(2)).isEqualTo(2);
  }

  @Test
  void anyOtherRecordOfTheCoreEndsARunOfReads() {
    recorder.load(REGISTER, 0, 9, 0);
    recorder.load(REGISTER, 0, 9, 0);
    recorder.store(REGISTER, 0, 9, 0);
    recorder.load(REGISTER, 0, 9, 0);
    recorder.load(REGISTER + 1, 0, 9, 0);
    recorder.load(REGISTER + 1, 0, 8, 0);
    assertThat(kinds(recorder.lane()))
        .containsExactly(
            RecordKind.LOAD,
            RecordKind.REPEAT,
            RecordKind.STORE,
            RecordKind.LOAD,
            RecordKind.LOAD,
            RecordKind.LOAD);
  }

  @Test
  void loadsAndPollsOfTheSameWordTakeTurnsWithoutEndingTheirRuns() {
    long poll = Recorder.head(RecordKind.POLL, 0, 0, 9);
    for (int i = 0; i < 5; i++) {
      recorder.load(REGISTER, 0, 9, 0);
      recorder.poll(poll, i, i, 7, true);
    }
    recorder.load(REGISTER, 0, 8, 0);
    recorder.poll(poll, 9, 9, 7, true);
    Lane lane = recorder.lane();
    assertThat(kinds(lane))
        .containsExactly(
            RecordKind.LOAD,
            RecordKind.POLL,
            RecordKind.REPEAT,
            RecordKind.REPEAT,
            RecordKind.LOAD,
            RecordKind.POLL);
    assertThat(lane.detail(2)).as("of loads").isZero();
    assertThat(lane.value(2)).isEqualTo(4);
    assertThat(lane.detail(3)).as("of polls").isEqualTo(1);
    assertThat(lane.endNs(3)).isEqualTo(4);
  }

  @Test
  void pollsThatDecidedFromOtherIdsDoNotFold() {
    long head = Recorder.head(RecordKind.POLL, 0, 0, 9);
    recorder.poll(head, 1, 1, Recorder.pair(1, -1), true);
    recorder.poll(head, 2, 2, Recorder.pair(1, 2), true);
    recorder.poll(head, 3, 3, Recorder.pair(1, 2), true);
    recorder.poll(head, 4, 4, Recorder.pair(1, 3), true);
    assertThat(kinds(recorder.lane()))
        .containsExactly(RecordKind.POLL, RecordKind.POLL, RecordKind.REPEAT, RecordKind.POLL);
  }

  /** The count has 31 bits, which an idle core's polls fill within minutes. */
  @Test
  void aLongRunOfReadsIsSeveralRecords() {
    int reads = 3 << 20;
    for (int i = 0; i < reads; i++) {
      recorder.poll(Recorder.head(RecordKind.POLL, 0, 0, 9), i, i, 3, true);
    }
    Lane lane = recorder.lane();
    int recorded = 0;
    for (int record = 0; record < lane.size(); record++) {
      recorded += lane.kind(record) == RecordKind.REPEAT ? lane.value(record) : 1;
    }
    assertThat(recorded).isEqualTo(reads);
    assertThat(kinds(lane))
        .containsExactly(
            RecordKind.POLL,
            RecordKind.REPEAT,
            RecordKind.POLL,
            RecordKind.REPEAT,
            RecordKind.POLL,
            RecordKind.REPEAT);
    assertThat(lane.endNs(5)).isEqualTo(reads - 1L);
  }

  @Test
  void aFullRecorderCountsWhatItDrops() {
    for (int i = 0; i < 11; i++) {
      recorder.store(REGISTER, 0, i, 0);
    }
    recorder.load(REGISTER, 0, 1, 0);
    recorder.load(REGISTER, 0, 1, 0);
    Lane lane = recorder.lane();
    assertThat(lane.size()).isEqualTo(8);
    assertThat(lane.value(7)).isEqualTo(7);
    assertThat(lane.lost()).isEqualTo(5);
    assertThat(new Recording(List.of(lane)).complete()).isFalse();
  }

  @Test
  void lanesMergeByTheBeginOfTheirRecords() {
    Recorder other = new Recorder("core 0", 8, 3, System.nanoTime());
    long head = Recorder.head(RecordKind.POLL, 0, 0, 1);
    recorder.poll(head, 10, 11, 0, false);
    recorder.poll(head, 30, 31, 0, false);
    other.poll(head, 20, 21, 0, false);
    other.poll(head, 30, 31, 0, false);
    Recording recording = new Recording(List.of(recorder.lane(), other.lane()));
    assertThat(recording.merged())
        .containsExactly(
            Recorder.pair(0, 0), Recorder.pair(1, 0), Recorder.pair(0, 1), Recorder.pair(1, 1));
    assertThat(recording.size()).isEqualTo(4);
    assertThat(recording.count(RecordKind.POLL)).isEqualTo(4);
    assertThat(recording.lane("core 0").size()).isEqualTo(2);
    assertThatThrownBy(() -> recording.lane("core 7")).hasMessage("lane: core 7");
  }

  @Test
  void refusesACapacityThatNoArrayHas() {
    assertThatThrownBy(() -> new Recorder("x", 0, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("capacity: 0");
  }

  private static List<RecordKind> kinds(Lane lane) {
    return IntStream.range(0, lane.size()).mapToObj(lane::kind).toList();
  }
}
