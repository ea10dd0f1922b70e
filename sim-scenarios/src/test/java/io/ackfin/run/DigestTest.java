package io.ackfin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.time.Ticks;
import io.ackfin.core.trace.RecordingTrace;
import io.ackfin.device.soc.EditedTable;
import io.ackfin.device.soc.SubtaskTable;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Mixed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DigestTest {
  /** Worked out by another program from the definition: nine numbers of eight bytes a row. */
  @Test
  @Tag("unit")
  void theBytesAreThoseOfTheDefinition() {
    assertThat(Digest.of(EditedTable.of(0)))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Digest.of(EditedTable.of(2)))
        .isEqualTo("d583511487c835ca74ced5eb73134346946f7a6b1597e1ebf10d8bf89ea41237");
    // More rows than fit into a buffer.
    assertThat(Digest.of(EditedTable.of(2_000)))
        .isEqualTo("8f292438f419a8c23045a9cc68482659f34b95928adc29c33d76514ae8d63846");
  }

  @Test
  @Tag("unit")
  void everyFieldOfEveryRowCounts() {
    int rows = 3;
    Set<String> digests = new LinkedHashSet<>();
    digests.add(Digest.of(EditedTable.of(rows)));
    for (int row = 0; row < rows; row++) {
      for (SubtaskTable.Time time : SubtaskTable.Time.values()) {
        digests.add(Digest.of(EditedTable.withTime(EditedTable.of(rows), row, time)));
      }
      digests.add(Digest.of(EditedTable.withCore(EditedTable.of(rows), row)));
      digests.add(Digest.of(EditedTable.withKernel(EditedTable.of(rows), row)));
      digests.add(Digest.of(EditedTable.withCase(EditedTable.of(rows), row, CompletionCase.C)));
    }
    assertThat(digests).hasSize(1 + rows * (SubtaskTable.Time.values().length + 3));
  }

  /** Changes whenever a time, a core, a kernel or a case of this run does: then look at why. */
  @Test
  @Tag("golden")
  void theDigestOfASmallRunIsPinned() {
    assertThat(small().run().digest())
        .isEqualTo("ac10e9659ee109c6cff2ef76645e661b0c5271c176c9a6c66fafb948c2cf97c6");
  }

  @Test
  @Tag("unit")
  void whoWatchesChangesNothing() {
    RecordingTrace trace = new RecordingTrace();
    RunResult watched = new Run(small().plan(), List.of(trace)).execute(RunWatcher.NONE);
    RunResult alone = small().run();
    assertThat(trace.lines()).isNotEmpty();
    assertThat(watched.digest()).isEqualTo(alone.digest());
    assertThat(watched.events()).isEqualTo(alone.events());
  }

  /** Long enough for several looks at the watcher, short tasks so that much depends on order. */
  private static PlanFixture small() {
    KernelDuration duration = new KernelDuration.Uniform(Ticks.ofNanos(500), Ticks.ofMicros(20));
    return PlanFixture.a2a3().clusters(2).schedulers(2).graph(new Mixed(40, duration).build(1));
  }
}
