package io.ackfin.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.time.Ticks;
import io.ackfin.device.soc.SubtaskTable;
import io.ackfin.device.soc.SubtaskTable.Time;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.run.RunPlan;
import io.ackfin.run.RunResult;
import io.ackfin.workload.TaskGraph;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("contract")
class TasksCsvTest {
  @ParameterizedTest
  @EnumSource(Variant.class)
  void everySubtaskHasALineOfItsOwnFacts(Variant variant) throws IOException {
    RunResult result = SmallRuns.run(SmallRuns.mixed(variant));
    List<Map<String, String>> lines = CsvFile.of(out -> TasksCsv.write(result, out)).lines();

    TaskGraph graph = result.plan().graph();
    SubtaskTable table = result.soc().table();
    assertThat(lines).hasSize(graph.subtasks());
    for (int row = 0; row < lines.size(); row++) {
      assertThat(lines.get(row).values())
          .containsExactly(
              Integer.toString(graph.task(row)),
              graph.subslot(row).toString(),
              Integer.toString(graph.kernelId(row)),
              Integer.toString(table.core(row)),
              nanoseconds(result.soc().readyTick(graph.task(row))),
              nanoseconds(table.time(row, Time.DISPATCH)),
              nanoseconds(table.time(row, Time.RECEIVE)),
              nanoseconds(table.time(row, Time.ACK)),
              nanoseconds(table.time(row, Time.START)),
              nanoseconds(table.time(row, Time.END)),
              nanoseconds(table.time(row, Time.FINISH)),
              table.completedBy(row).toString());
    }
    assertThat(lines.get(0).keySet())
        .containsExactly(
            "task",
            "subslot",
            "kernel",
            "core",
            "ready",
            "dispatch",
            "receive",
            "ack",
            "start",
            "end",
            "finish",
            "case");
  }

  private static String nanoseconds(long ticks) {
    return Ticks.nanoseconds(ticks).toPlainString();
  }

  @Test
  void whatNeverHappenedIsAnEmptyField() throws IOException {
    RunPlan plan = SmallRuns.until(SmallRuns.mixed(Variant.DUAL_SLOT), 40_000_000);
    RunResult result = SmallRuns.run(plan);
    List<Map<String, String>> lines = CsvFile.of(out -> TasksCsv.write(result, out)).lines();

    assertThat(lines).hasSize(plan.graph().subtasks());
    assertThat(lines.get(0).values()).doesNotContain("");
    Map<String, String> last = lines.get(lines.size() - 1);
    assertThat(last.values()).startsWith("49", "AIV0").endsWith("", "", "", "");
    assertThat(last)
        .containsEntry("kernel", "")
        .containsEntry("core", "")
        .containsEntry("start", "")
        .containsEntry("case", "");
  }

  @Test
  void namesMayHoldCommasQuotesAndLineBreaks() throws IOException {
    List<String> names = List.of("q, k and v", "the \"first\"", "two\nlines", "plain", " padded ");
    TaskGraph.Builder graph = TaskGraph.builder();
    for (String name : names) {
      graph.task(ResourceShape.AIC_ONLY, 1_000_000);
      graph.named(name);
    }
    RunPlan plan = SmallRuns.plan("names", Protocol.of(Variant.DUAL_SLOT), 1, graph.build());
    RunResult result = SmallRuns.run(plan);

    assertThat(CsvFile.of(out -> TasksCsv.write(result, out)).lines())
        .extracting(line -> line.get("task"))
        .containsExactlyElementsOf(names);
  }
}
