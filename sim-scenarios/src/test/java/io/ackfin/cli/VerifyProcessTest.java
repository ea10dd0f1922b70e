package io.ackfin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own shows: signals, the heap, the terminal. */
@Tag("contract")
@Timeout(120)
class VerifyProcessTest {
  /** Too many states for any test to find all of them. */
  private static final List<String> HUGE =
      List.of("--cores=aic=2,aiv=2", "--shapes=AIC_ONLY,AIV_X1", "--any-core", "--threads=2");

  private static final List<String> TASKS =
      List.of("--tasks=12", "--memory=relaxed", "--shutdown=any-time");

  @TempDir private Path folder;
  private Process process;

  @AfterEach
  void endTheProcess() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  /**
   * Begins to verify the huge system, with the launcher's garbage collector and on what seems a
   * terminal; what a shell may have said about SIGINT is undone.
   */
  private void start(String javaOption, String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of("env", "--default-signal=INT"));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:+UseSerialGC", "-Dackfin.terminal=true", javaOption));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    words.add("verify");
    words.addAll(HUGE);
    words.addAll(TASKS);
    words.addAll(List.of("-o", folder.resolve("out").toString()));
    words.addAll(List.of(more));
    process = new ProcessBuilder(words).redirectOutput(folder.resolve("printed").toFile()).start();
  }

  private JsonNode printed() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("printed").toFile());
  }

  @Test
  void interruptedItTellsWhatIsKnownAndEndsWith130() throws Exception {
    start("-Xmx1g", "--json");
    InputStream err = process.getErrorStream();
    // The progress line says that it searches.
    StringBuilder line = new StringBuilder();
    while (line.indexOf("depth") < 0) {
      int read = err.read();
      assertThat(read).as("end of: " + line).isNotNegative();
      line.append((char) read);
    }
    assertThat(line.toString())
        .containsPattern("[0-9,]+ states   [0-9,]+ a second   frontier [0-9,]+   depth");
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    err.transferTo(OutputStream.nullOutputStream());
    assertThat(process.waitFor()).isEqualTo(130);
    JsonNode answer = printed();
    assertThat(answer.get("verdict").textValue()).isEqualTo("unfinished");
    assertThat(answer.get("unfinished").textValue()).startsWith("not finished: stopped at ");
    assertThat(answer.get("states").longValue()).isGreaterThan(1_000);
    File file = folder.resolve("out").resolve("answer.json").toFile();
    assertThat(new ObjectMapper().readTree(file)).isEqualTo(answer);
  }

  @Test
  void aHeapThatIsTooSmallEndsAsNotFinished() throws Exception {
    start("-Xmx24m", "--json");
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(err).isEqualTo(5);
    assertThat(err)
        .contains("ackfin: more states fit with more memory")
        .doesNotContain("OutOfMemoryError");
    assertThat(printed().get("unfinished").textValue())
        .matches("not finished: the memory was used up at [0-9,]+ states");
    assertThat(printed().get("search").get("bytes").longValue()).isLessThan(24L << 20);
  }
}
