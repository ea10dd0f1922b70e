package io.ackfin.crosscheck.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.time.Ticks;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.output.HostPresetFile;
import io.ackfin.scenario.HostPreset;
import io.ackfin.scenario.ScenarioLoader;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class HostPresetFileTest {
  @TempDir private Path folder;

  private static CalibrationResult result(String... doubts) {
    List<CalibrationResult.Row> rows = new ArrayList<>();
    for (HostParameter parameter : HostParameter.values()) {
      double value = parameter.of(MeasuredParts.round()) + 0.0004;
      Estimate estimate = new Estimate(value, value - 1, value + 1, 15);
      rows.add(new CalibrationResult.Row(parameter.path(), estimate, parameter.how()));
    }
    Host host = new Host("processor", 2, "java", "system", Instant.EPOCH);
    return new CalibrationResult(
        host, 15, rows, List.of(), new Estimate(0, 0, 1, 15), List.of(doubts));
  }

  /** What stands at a path of the chip. */
  private static Object at(SocSpec chip, String path) throws ReflectiveOperationException {
    Object value = chip;
    for (String name : path.split("\\.", -1)) {
      RecordComponent found =
          Arrays.stream(value.getClass().getRecordComponents())
              .filter(component -> component.getName().equals(name))
              .findFirst()
              .orElseThrow();
      value = found.getAccessor().invoke(value);
    }
    return value;
  }

  @Test
  void whatIsWrittenIsReadBackToThePicosecond() throws ReflectiveOperationException {
    Path file = HostPresetFile.write(result(), folder.resolve("new"));
    assertThat(ScenarioLoader.check(file, List.of())).isEmpty();
    SocSpec chip = HostPreset.read(file);
    for (HostParameter parameter : HostParameter.values()) {
      long picos = Math.round(1_000 * parameter.of(MeasuredParts.round()));
      assertThat(at(chip, parameter.path())).as(parameter.path()).isEqualTo(new Ticks(picos));
    }
    assertThat(chip.clusters()).isEqualTo(1);
    assertThat(chip.aicpu().schedulers()).isEqualTo(1);
    assertThat(chip.loadDrainsStores()).isFalse();
  }

  /** Every cost of a chip is measured, or is part of one that is. */
  @Test
  void noCostOfAnotherChipIsLeftIn() throws ReflectiveOperationException {
    SocSpec chip = HostPreset.read(HostPresetFile.write(result(), folder));
    List<String> left = new ArrayList<>();
    for (RecordComponent section : SocSpec.class.getRecordComponents()) {
      if (section.getType().isRecord()) {
        Record record = (Record) section.getAccessor().invoke(chip);
        for (RecordComponent part : record.getClass().getRecordComponents()) {
          String path = section.getName() + "." + part.getName();
          boolean measured =
              Stream.of(HostParameter.values()).anyMatch(one -> one.path().equals(path));
          boolean cost = part.getType() == Ticks.class && !measured;
          if (cost && ((Ticks) part.getAccessor().invoke(record)).picoseconds() != 0) {
            left.add(path);
          }
        }
      }
    }
    assertThat(left).containsExactly("aicpu.giveUp", "aicpu.exitBound");
  }

  @Test
  void aNoisyResultSaysSoInTheFile() throws IOException {
    Path file = HostPresetFile.write(result("too much else to do"), folder);
    assertThat(Files.readString(file))
        .contains("# NOT TRUSTED: too much else to do")
        .doesNotContain("trusted: yes");
    assertThat(ScenarioLoader.check(file, List.of())).isEmpty();
    HostPresetFile.write(result(), folder);
    assertThat(Files.readString(file)).contains("# trusted: yes").doesNotContain("NOT TRUSTED");
  }

  @Test
  void nothingButTheFileIsLeft() throws IOException {
    HostPresetFile.write(result(), folder);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString())).containsExactly("host.yaml");
    }
  }
}
