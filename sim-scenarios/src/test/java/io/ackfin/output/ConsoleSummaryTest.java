package io.ackfin.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.run.RunPlan;
import io.ackfin.run.RunResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ConsoleSummaryTest {
  private static final WallTime WALL = new WallTime(12_000_000);
  private static final Path FOLDER = Path.of("reports", "out", "0001-mixed");

  private static List<String> lines(RunResult result) {
    List<String> lines = ConsoleSummary.of(result, WALL, FOLDER);
    assertThat(lines).hasSizeLessThanOrEqualTo(24).allMatch(line -> line.length() <= 100);
    return lines;
  }

  @Test
  void aGoodRunFitsOnHalfAScreen() {
    RunResult result = SmallRuns.run(SmallRuns.mixed(Variant.DUAL_SLOT));
    List<String> lines = lines(result);

    assertThat(lines).hasSize(14);
    assertThat(lines.get(0)).isEqualTo("mixed dual-slot: finished");
    assertThat(lines.get(1))
        .matches("  makespan +\\d+\\.\\d+ us \\(last kernel ends after .* us\\)");
    assertThat(lines.get(2)).endsWith("50 of 50 complete, 90 subtasks on 3 cores");
    assertThat(lines.get(3)).matches("  cases +A \\d+   B \\d+   C \\d+   D \\d+");
    assertThat(lines.get(4)).matches("  gap +p50 .* [un]s   p99 .* us   max .* us");
    assertThat(lines.get(7))
        .matches("  utilization +AIC [\\d.]+ %   AIV [\\d.]+ %   AICPU [\\d.]+ %");
    assertThat(lines.get(9))
        .matches("  schedulers +poll .* %   complete .*   dispatch .*   guard .*   idle .* %");
    assertThat(lines.get(10)).endsWith("all 7 hold");
    assertThat(lines.get(12)).endsWith(result.digest());
    assertThat(lines.get(13)).isEqualTo("  files          reports/out/0001-mixed");
  }

  @Test
  void aRunThatWasCutOffSaysWhoWaitsForWhat() {
    RunPlan plan = SmallRuns.until(SmallRuns.mixed(Protocol.of(Variant.DUAL_SLOT), 4), 45_000_000);
    List<String> lines = lines(SmallRuns.run(plan));

    assertThat(lines.get(0))
        .isEqualTo("mixed dual-slot: limit reached, the limit on simulated time was reached");
    assertThat(lines.get(1)).startsWith("    scheduler 0: ");
    assertThat(lines)
        .filteredOn(line -> line.startsWith("    "))
        .hasSize(8)
        .last()
        .matches(line -> line.matches("    and \\d+ more that wait"));
  }

  @Test
  void whatWasNotMeasuredIsNoNumber() {
    List<String> lines = lines(SmallRuns.run(SmallRuns.nothing()));

    assertThat(lines)
        .contains(
            "  makespan       not measured",
            "  gap            none measured",
            "  utilization    AIC -   AIV -   AICPU -");
  }

  @Test
  void violationsComeWithTheirFirstMessage() {
    Protocol broken = Protocol.of(Variant.DUAL_SLOT).without(Protection.SLOT_FLIP);
    List<String> lines = lines(SmallRuns.run(SmallRuns.mixed(broken, 1)));

    assertThat(lines).anyMatch(line -> line.matches("  invariants +\\d of 7 VIOLATED"));
    int slotStable =
        lines.indexOf(
            lines.stream().filter(l -> l.contains("slot-stable")).findFirst().orElseThrow());
    assertThat(lines.get(slotStable))
        .matches("    slot-stable, first at .* us: slot 0 .* for task .*");
    assertThat(lines.get(slotStable + 1)).startsWith("     ").doesNotContain("...");
  }

  @Test
  void aRunThatIsStuckSaysWhoWaitsAndWhatThatViolates() {
    Protocol broken = Protocol.of(Variant.DUAL_SLOT).without(Protection.CASE_C);
    List<String> lines = lines(SmallRuns.run(SmallRuns.mixed(broken, 4)));

    assertThat(lines.get(0))
        .matches("mixed dual-slot: stuck, deadlock: scheduler \\d saw no progress for 1ms");
    assertThat(lines.get(1)).startsWith("    scheduler 0: ");
    assertThat(lines).anyMatch(line -> line.startsWith("    progress, first at "));
  }

  @Test
  void everyProtocolThatFailsFitsOnAScreen() {
    for (Protection protection : Protection.values()) {
      Protocol broken = Protocol.of(Variant.DUAL_SLOT).without(protection);
      assertThat(lines(SmallRuns.run(SmallRuns.mixed(broken, 4))))
          .as("%s", protection)
          .isNotEmpty();
    }
  }

  @Test
  void aNameIsOneLine() {
    RunPlan plan =
        SmallRuns.plan(
            "two\nlines and " + "x".repeat(100),
            Protocol.of(Variant.SINGLE_SLOT),
            1,
            SmallRuns.mixed(Variant.SINGLE_SLOT).graph());

    assertThat(lines(SmallRuns.run(plan)).get(0))
        .startsWith("two?lines and xxx")
        .endsWith("xxx...");
  }
}
