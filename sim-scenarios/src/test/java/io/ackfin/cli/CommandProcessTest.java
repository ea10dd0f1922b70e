package io.ackfin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own shows: Ctrl-C, the heap, a terminal. */
@Tag("contract")
@Timeout(120)
class CommandProcessTest {
  /** Too many states for any test to find all of them. */
  private static final String HUGE =
      " verify --cores aic=2,aiv=2 --shapes AIC_ONLY,AIV_X1 --any-core --threads 2 --tasks 12"
          + " --memory relaxed --shutdown any-time";

  private static final char CTRL_C = 3;

  @TempDir private Path folder;
  private Process process;

  @AfterEach
  void endTheProcess() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  /** The command that starts this program with the launcher's garbage collector. */
  private static String ackfin(String javaOption) {
    return Path.of(System.getProperty("java.home"), "bin", "java")
        + " -XX:+UseSerialGC "
        + javaOption
        + " -cp "
        + System.getProperty("java.class.path")
        + " "
        + Main.class.getName();
  }

  /** Starts a command on a terminal of its own; whatever a shell said about SIGINT is undone. */
  private void startOnTerminal(String command) throws IOException {
    process =
        new ProcessBuilder(
                "env", "--default-signal=INT", "script", "-qefc", "exec " + command, "/dev/null")
            .redirectErrorStream(true)
            .start();
  }

  /** Reads what the process prints until it has printed a text. */
  private String readUntil(String text) throws IOException {
    InputStream printed = process.getInputStream();
    StringBuilder read = new StringBuilder();
    while (read.indexOf(text) < 0) {
      int next = printed.read();
      assertThat(next).as("the end of: " + read).isNotNegative();
      read.append((char) next);
    }
    return read.toString();
  }

  private String pressCtrlC() throws IOException {
    OutputStream keyboard = process.getOutputStream();
    keyboard.write(CTRL_C);
    keyboard.flush();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static JsonNode read(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  @Test
  void interruptedItTellsWhatIsKnownAndEndsWith130() throws Exception {
    Path out = folder.resolve("out");
    startOnTerminal(ackfin("-Dackfin.terminal=true -Xmx1g") + HUGE + " -o " + out);
    assertThat(readUntil("depth"))
        .containsPattern("\r[0-9,]+ states   [0-9,]+ a second   frontier [0-9,]+   depth");
    String printed = pressCtrlC();
    assertThat(process.waitFor()).as(printed).isEqualTo(130);
    assertThat(printed)
        .containsPattern("\r *\runfinished: dual-slot, 12 tasks AIC_ONLY, AIV_X1 on ")
        .containsPattern("  end            not finished: stopped at [0-9,]+ states\r\n");
    assertThat(read(out.resolve("answer.json")).get("states").longValue()).isGreaterThan(1_000);
  }

  /** The line that says how far the work is must not take Ctrl-C away from any verb. */
  @Test
  void anInterruptedRunWritesWhatItHas() throws Exception {
    Path scenario = folder.resolve("long.yaml");
    Files.writeString(
        scenario,
        """
        ackfin: 1
        name: long
        workload: { generator: { kind: independent, tasks: 4000000 } }
        """);
    Path out = folder.resolve("out");
    startOnTerminal(
        ackfin("-Dackfin.terminal=true -Xmx3g") + " run " + scenario + " --trace none -o " + out);
    assertThat(readUntil("/s")).contains("tasks");
    String printed = pressCtrlC();
    assertThat(process.waitFor()).as(printed).isEqualTo(130);
    assertThat(read(out.resolve("summary.json")).get("ending").textValue())
        .isEqualTo("interrupted");
  }

  @Test
  void anInterruptedCrossCheckWritesTheRoundsThatItFinished() throws Exception {
    Path scenario = folder.resolve("rounds.yaml");
    Files.writeString(
        scenario,
        """
        ackfin: 1
        name: rounds
        soc: { clusters: 1 }
        runtime: { kernel: noop }
        workload: { generator: { kind: independent, tasks: 200 } }
        """);
    Path out = folder.resolve("out");
    String command = " crosscheck " + scenario + " --rounds 1000000 -o " + out;
    startOnTerminal(ackfin("-Dackfin.terminal=true") + command);
    assertThat(readUntil("/s")).contains("rounds");
    String printed = pressCtrlC();
    assertThat(process.waitFor()).as(printed).isEqualTo(130);
    assertThat(printed).contains(", interrupted");
    JsonNode result = read(out.resolve("crosscheck.json"));
    assertThat(result.get("interrupted").booleanValue()).isTrue();
    assertThat(result.get("failures")).isEmpty();
    assertThat(result.get("rounds").intValue()).isBetween(1, 999_999);
  }

  @Test
  void aHeapThatIsTooSmallEndsAsNotFinished() throws Exception {
    Path printed = folder.resolve("printed");
    String command = ackfin("-Xmx24m") + HUGE + " --json -o " + folder.resolve("out");
    process = new ProcessBuilder(command.split(" ", -1)).redirectOutput(printed.toFile()).start();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(err).isEqualTo(5);
    assertThat(err)
        .isEqualTo(
            "ackfin: more states fit with more memory, as with ACKFIN_JAVA_OPTIONS=-Xmx12g, or"
                + " with --compact\n");
    assertThat(read(printed).get("unfinished").textValue())
        .matches("not finished: the memory was used up at [0-9,]+ states");
    assertThat(read(printed).get("search").get("bytes").longValue()).isLessThan(24L << 20);
  }
}
