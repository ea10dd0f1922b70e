package io.ackfin.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.core.time.Ticks;
import io.ackfin.device.soc.Preset;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.Invariant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import io.ackfin.scenario.text.Assignment;
import io.ackfin.scenario.text.InvalidInputException;
import io.ackfin.scenario.text.Problem;
import io.ackfin.scenario.text.SourceText;
import io.ackfin.workload.Independent;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.TaskLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class ScenarioLoaderTest {
  private static final String SMALL =
      "ackfin: 1\nname: small\nworkload: { generator: { kind: independent } }\n";

  private static Scenario parse(String text, String... sets) {
    return ScenarioLoader.parse(
        new SourceText("s.yaml", text, SourceText.Syntax.YAML),
        ScenarioFiles.resources(),
        List.of(sets).stream().map(Assignment::set).toList());
  }

  @Test
  void absentKeysTakeTheDefaults() {
    Scenario scenario = parse(SMALL);
    assertThat(scenario.seed()).isEqualTo(1);
    assertThat(scenario.soc()).isEqualTo(new SocSection(Preset.A2A3, Preset.A2A3.spec()));
    assertThat(scenario.protocol()).isEqualTo(ProtocolSection.defaults());
    assertThat(scenario.workload().source()).isEqualTo(Independent.defaults());
    assertThat(scenario.run()).isEqualTo(RunSection.defaults());
    assertThat(scenario.expect()).isEmpty();
  }

  @Test
  void presetIsTheBasisWhateverTheOrderOfKeys() {
    Scenario scenario = parse(SMALL + "soc: { clusters: 7, preset: reference, aicore: {} }\n");
    assertThat(scenario.soc().preset()).isEqualTo(Preset.REFERENCE);
    assertThat(scenario.soc().spec().clusters()).isEqualTo(7);
    assertThat(scenario.soc().spec().cluster()).isEqualTo(Preset.REFERENCE.spec().cluster());
    assertThat(scenario.soc().spec().aicore()).isEqualTo(Preset.REFERENCE.spec().aicore());
  }

  @Test
  void aHostThatWasNotCalibratedIsToldWhatToDo() {
    assertThatThrownBy(() -> parse(SMALL + "soc: { preset: host }\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("soc.preset: host has not been calibrated")
        .hasMessageContaining("reports/out/host.yaml, which 'ackfin calibrate' writes");
  }

  @Test
  void presetFileStandsBetweenPresetAndScenario() {
    Scenario scenario =
        parse(SMALL + "soc: { preset: slow-buses.yaml, mmio: { condVisible: 200ns } }\n");
    assertThat(scenario.soc().preset()).isEqualTo(Preset.A2A3);
    assertThat(scenario.soc().spec().mmio().storeVisible()).isEqualTo(Ticks.ofNanos(280));
    assertThat(scenario.soc().spec().mmio().condVisible()).isEqualTo(Ticks.ofNanos(200));
    assertThat(scenario.soc().spec().mmio().load()).isEqualTo(Ticks.ofNanos(100));
  }

  @Test
  void readsEverySection() {
    Scenario scenario =
        parse(
            """
            ackfin: 1
            name: whole
            seed: -5
            soc:
              cluster: { aic: 1, aiv: 1 }
              loadDrainsStores: false
            protocol:
              variant: dual-slot-parity
              without: [store-order, 'cache-invalidate:hank']
              idModulus: 8
            workload:
              tasks:
                - { id: 1, shape: AIC_ONLY, durations: [1.5ns] }
                - id: b
                  subtasks: [AIV0]
                  durations: [{ kind: lognormal, median: 2us, sigma: 0.25 }]
                  after: [1]
            run: { tieSeed: 3, until: 1ms }
            expect: { exit: 3, invariant: slot-stable }
            """);
    assertThat(scenario.seed()).isEqualTo(-5);
    assertThat(scenario.soc().spec().cluster().aiv()).isEqualTo(1);
    assertThat(scenario.soc().spec().loadDrainsStores()).isFalse();
    assertThat(scenario.protocol().variant()).isEqualTo(Variant.DUAL_SLOT_PARITY);
    assertThat(scenario.protocol().without())
        .containsExactlyInAnyOrder(Protection.STORE_ORDER, Protection.CACHE_INVALIDATE_HANK);
    assertThat(scenario.protocol().idModulus()).isEqualTo(8);
    assertThat(((Workload.Listed) scenario.workload()).tasks())
        .containsExactly(
            new TaskLine(
                "1",
                ResourceShape.AIC_ONLY,
                List.of(),
                List.of(new KernelDuration.Fixed(Ticks.ofPicos(1500))),
                List.of()),
            new TaskLine(
                "b",
                null,
                List.of(Subslot.AIV0),
                List.of(new KernelDuration.Lognormal(Ticks.ofMicros(2), 0.25)),
                List.of("1")));
    assertThat(scenario.run().tieSeed()).hasValue(3);
    assertThat(scenario.run().until()).contains(Ticks.ofMillis(1));
    assertThat(scenario.expect())
        .contains(new ExpectSection(3, Optional.of(Invariant.SLOT_STABLE)));
  }

  @Test
  void assignmentsOverruleTheFileAndLaterOnesTheEarlier() {
    Scenario scenario =
        parse(
            SMALL + "seed: 2\n",
            "seed=3",
            "seed=4",
            "protocol.without=[case-a, ack-guard]",
            "soc.aicpu={schedulers: 2}",
            "soc.aicpu.barrier=1ns",
            "workload.generator.duration={kind: uniform, min: 1us, max: 2us}");
    assertThat(scenario.seed()).isEqualTo(4);
    assertThat(scenario.protocol().without())
        .containsExactlyInAnyOrder(Protection.ACK_GUARD, Protection.CASE_A);
    assertThat(scenario.soc().spec().aicpu().schedulers()).isEqualTo(2);
    assertThat(scenario.soc().spec().aicpu().barrier()).isEqualTo(Ticks.ofNanos(1));
    assertThat(((Independent) scenario.workload().source()).duration())
        .isEqualTo(new KernelDuration.Uniform(Ticks.ofMicros(1), Ticks.ofMicros(2)));
  }

  @Test
  void seedOptionOverrulesEverything(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("s.yaml"), SMALL + "seed: 2\n");
    Scenario scenario =
        ScenarioLoader.load(file, List.of(Assignment.set("seed=3")), OptionalLong.of(4));
    assertThat(scenario.seed()).isEqualTo(4);
  }

  @Test
  void jsonIsReadLikeYaml(@TempDir Path folder) throws IOException {
    String json =
        "{\"ackfin\": 1, \"name\": \"small\",\t\"workload\": {\"generator\": {\"kind\":"
            + " \"independent\"}}}";
    Path file = Files.writeString(folder.resolve("s.JSON"), json);
    assertThat(ScenarioLoader.load(file, List.of(), OptionalLong.empty())).isEqualTo(parse(SMALL));
  }

  @Test
  void byteOrderMarkAndWindowsLineEndsAreHarmless(@TempDir Path folder) throws IOException {
    String text = "\uFEFF" + SMALL.replace("\n", "\r\n");
    Path file = Files.write(folder.resolve("s.yaml"), text.getBytes(StandardCharsets.UTF_8));
    assertThat(ScenarioLoader.load(file, List.of(), OptionalLong.empty())).isEqualTo(parse(SMALL));
  }

  @Test
  void whatIsNoFileIsOneProblem(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("scenario.yaml"), SMALL);
    assertThat(ScenarioLoader.check(folder.resolve("scenaro.yaml"), List.of()))
        .extracting(Problem::toString)
        .containsExactly(
            folder
                + "/scenaro.yaml: file: not found"
                + " (expected: a readable text file; did you mean 'scenario.yaml'?)");
    assertThat(ScenarioLoader.check(folder, List.of()))
        .extracting(Problem::toString)
        .containsExactly(folder + ": file: a folder (expected: a readable text file)");
  }

  @Test
  void problemsStandInTheOrderOfReading() {
    String text = SMALL + "seed: x\nsoc: { preset: preset-with-problems.yaml, clusters: 0 }\n";
    assertThatThrownBy(() -> parse(text, "protocol.variant=x", "run.polling=x"))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::path)
                    .containsExactly(
                        "seed",
                        "soc.preset",
                        "soc.clusters",
                        "protocol.variant",
                        "run.polling",
                        "soc.clusters",
                        "soc.mmio.lode"));
  }

  @Test
  void checksPresetFilesAsWhatTheyAre() {
    Path folder = ScenarioFiles.resources();
    assertThat(ScenarioLoader.check(folder.resolve("slow-buses.yaml"), List.of())).isEmpty();
    assertThat(ScenarioLoader.check(folder.resolve("preset-with-problems.yaml"), List.of()))
        .extracting(Problem::path)
        .containsExactly("soc.clusters", "soc.mmio.lode");
    assertThat(ScenarioLoader.check(folder.resolve("preset-of-itself.yaml"), List.of()))
        .extracting(Problem::path)
        .contains("soc.preset");
  }

  /** A stand-in is no value to compare with: one mistake must not look like two. */
  @Test
  void faultyParameterIsNotComparedWithOthers() {
    String text = SMALL.replace("independent", "independent, shape: AIV_X1");
    assertThatThrownBy(() -> parse(text + "soc: { preset: reference, cluster: { aiv: none } }\n"))
        .hasMessage("s.yaml:4:43: soc.cluster.aiv: none (expected: a whole number, 0 to 2)");
  }
}
