package io.ackfin.crosscheck.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.time.Ticks;
import io.ackfin.device.soc.AccessListener;
import io.ackfin.device.soc.ClusterSpec;
import io.ackfin.device.soc.Soc;
import io.ackfin.device.soc.SubtaskTable;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.workload.Independent;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Mixed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a recorder writes down of a simulated run, and that it disturbs nothing. */
@Tag("unit")
class AccessRecorderTest {
  private static final KernelDuration VARIED = new KernelDuration.Lognormal(Ticks.ofMicros(3), 1);

  /** One thing that a listener was told, by one actor. */
  private record Told(String actor, Consumer<AccessListener> call) {}

  @Test
  void theRecordingOfOneTask() {
    Recording recording =
        SimulatedRun.ofOneCore(
                Variant.DUAL_SLOT, new Independent(1, ResourceShape.AIC_ONLY, VARIED).build(1))
            .record();
    assertThat(texts(recording.cores().get(0), Words::ofCore))
        .containsExactly(
            "READ_DMB saw 1",
            "READ_POINTER saw slot 0",
            "WRITE_ACK := ACK(1)",
            "START_KERNEL slot 0 saw payload 0",
            "END_KERNEL slot 0 saw payload 0",
            "PUBLISH_OUTPUT",
            "LOOK_BEHIND saw 1",
            "WRITE_FIN := FIN(1)",
            "READ_DMB saw exit",
            "WRITE_EXITED := core exited");
    assertThat(texts(recording.threads().get(0), Words::ofThread))
        .containsExactly(
            "BUILD_PAYLOAD slot 0 := payload 0",
            "STORE_POINTER := slot 0",
            "STORE_ID := 1",
            "APPLY_COND saw FIN(1), case C",
            "STORE_EXIT := exit",
            "AWAIT_EXITED saw core exited",
            "STORE_IDLE := idle",
            "CLOSE_WINDOW := 0");
    assertThat(recording.tenures()).containsExactly(new Tenure(0, 0, 0, 8));
  }

  /** A look is written down when its dispatch follows, and forgotten when nothing was there. */
  @Test
  void aLookGoesWithItsDispatch() {
    AccessRecorder recorder = new AccessRecorder(2, 1);
    recorder.onThread(0, 0, SchedulerOperation.LOOK_AT_COND, 0, 1);
    recorder.onThread(0, 1, SchedulerOperation.BUILD_PAYLOAD, 0, 7);
    recorder.onThread(0, 0, SchedulerOperation.LOOK_AT_COND, 0, 1);
    recorder.onThread(0, 0, SchedulerOperation.BUILD_PAYLOAD, 1, 8);
    assertThat(texts(recorder.recording(Ending.CUT_OFF).threads().get(0), Words::ofThread))
        .containsExactly(
            "BUILD_PAYLOAD slot 0 := payload 7",
            "LOOK_AT_COND saw ACK(1)",
            "BUILD_PAYLOAD slot 1 := payload 8");
  }

  @Test
  void whoListensChangesNothing() {
    SimulatedRun run = sixCores(Variant.DUAL_SLOT);
    Soc alone = run.run(null);
    Soc recorded = run.run(new AccessRecorder(run.cores(), 2));
    assertThat(rows(recorded.table())).isEqualTo(rows(alone.table()));
  }

  /** What two actors did in turn may have been told in either order: it is one recording. */
  @Test
  void neighboursOfTwoActorsMayChangePlaces() {
    SimulatedRun run = sixCores(Variant.DUAL_SLOT);
    List<Told> told = told(run);
    List<String> recorded = texts(replayed(run, told));
    assertThat(recorded).hasSizeGreaterThan(500);
    int swaps = 0;
    for (int at = 0; at + 1 < told.size(); at++) {
      if (!told.get(at).actor().equals(told.get(at + 1).actor())) {
        Collections.swap(told, at, at + 1);
        Recording swapped = replayed(run, told);
        Collections.swap(told, at, at + 1);
        assertThat(texts(swapped)).isEqualTo(recorded);
        assertThat(run.inclusion().check(swapped).possible()).isTrue();
        swaps++;
      }
    }
    assertThat(swaps).isGreaterThan(100);
  }

  private static SimulatedRun sixCores(Variant variant) {
    return SimulatedRun.ofOneCore(variant, new Mixed(6, VARIED).build(1))
        .by(PendingDispatch.BOTH)
        .on(2, new ClusterSpec(1, 2), 2);
  }

  private static List<Told> told(SimulatedRun run) {
    List<Told> told = new ArrayList<>();
    run.run(
        new AccessListener() {
          @Override
          public void onCore(int core, CoreOperation operation, int value, long seen) {
            told.add(new Told("core " + core, to -> to.onCore(core, operation, value, seen)));
          }

          @Override
          public void onThread(
              int thread, int core, SchedulerOperation operation, int value, long seen) {
            told.add(
                new Told(
                    "thread " + thread, to -> to.onThread(thread, core, operation, value, seen)));
          }
        });
    return told;
  }

  private static Recording replayed(SimulatedRun run, List<Told> told) {
    AccessRecorder recorder = new AccessRecorder(run.cores(), 2);
    told.forEach(one -> one.call().accept(recorder));
    return recorder.recording(Ending.FINISHED);
  }

  private static List<String> texts(Recording recording) {
    List<String> texts = new ArrayList<>();
    recording.cores().forEach(core -> texts.addAll(texts(core, Words::ofCore)));
    recording.threads().forEach(thread -> texts.addAll(texts(thread, AccessRecorderTest::whole)));
    texts.add(recording.tenures().toString());
    return texts;
  }

  private static String whole(long entry) {
    return Entry.core(entry) + " " + Words.ofThread(entry);
  }

  private static List<String> texts(EntrySequence entries, LongFunction<String> text) {
    return IntStream.range(0, entries.size()).mapToObj(at -> text.apply(entries.get(at))).toList();
  }

  private static List<List<Long>> rows(SubtaskTable table) {
    return IntStream.range(0, table.rows())
        .mapToObj(
            row -> {
              List<Long> columns = new ArrayList<>();
              for (SubtaskTable.Time time : SubtaskTable.Time.values()) {
                columns.add(table.time(row, time));
              }
              columns.add((long) table.core(row));
              columns.add((long) table.completedBy(row).ordinal());
              return columns;
            })
        .toList();
  }
}
