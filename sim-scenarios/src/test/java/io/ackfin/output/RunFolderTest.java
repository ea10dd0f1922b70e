package io.ackfin.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class RunFolderTest {
  @TempDir Path directory;

  @Test
  void aNamedFolderIsMadeWithItsParents() {
    RunFolder folder = RunFolder.at(directory.resolve("a/b"), false);

    assertThat(folder.path()).isEmptyDirectory().isEqualTo(directory.resolve("a/b"));
  }

  @Test
  void anEmptyFolderMayBeUsedAndOneWithFilesMayNot() throws IOException {
    RunFolder.at(directory, false);
    Files.writeString(directory.resolve("mine.txt"), "mine");

    assertThatThrownBy(() -> RunFolder.at(directory, false))
        .isInstanceOf(OutputException.class)
        .hasMessage(
            directory
                + ": holds files (expected: an empty or new folder; --force replaces an earlier"
                + " run's files)");
  }

  @Test
  void forceReplacesAnEarlierRunAndLeavesOtherFilesAlone() throws IOException {
    Files.writeString(directory.resolve("mine.txt"), "mine");
    Files.writeString(directory.resolve("summary.json"), "old");
    Files.writeString(directory.resolve("timeline.json.gz"), "old");
    try (RunFolder folder = RunFolder.at(directory, true)) {
      write(folder, RunFile.SUMMARY);
      assertThat(directory.resolve("summary.json")).hasContent("old");
      folder.publish();
    }

    assertThat(names(directory)).containsExactlyInAnyOrder("mine.txt", "summary.json");
    assertThat(directory.resolve("summary.json")).hasContent("new");
  }

  @Test
  void aFileInTheWayIsNamed() throws IOException {
    Path file = Files.writeString(directory.resolve("taken"), "");

    assertThatThrownBy(() -> RunFolder.at(file, true))
        .isInstanceOf(OutputException.class)
        .hasMessage(file + ": a file (expected: a folder; choose another with --out)");
    assertThatThrownBy(() -> RunFolder.at(file.resolve("below"), false))
        .isInstanceOf(OutputException.class)
        .hasMessageStartingWith(file.resolve("below") + ": ")
        .hasMessageContaining("--out");
    assertThatThrownBy(() -> RunFolder.numbered(file, "x"))
        .isInstanceOf(OutputException.class)
        .hasMessageStartingWith(file + ": ");
  }

  @Test
  void nothingStandsUnderItsNameUntilAllIsWritten() throws IOException {
    Path path = directory.resolve("run");
    RunFolder folder = RunFolder.at(path, false);
    write(folder, RunFile.TASKS);
    write(folder, RunFile.SUMMARY);

    assertThat(names(path)).containsExactlyInAnyOrder("tasks.csv.part", "summary.json.part");
    folder.publish();
    assertThat(names(path)).containsExactlyInAnyOrder("tasks.csv", "summary.json");
    folder.close();
    assertThat(names(path)).hasSize(2);
  }

  @Test
  void aFolderThatWasGivenUpIsGone() throws IOException {
    try (RunFolder folder = RunFolder.at(directory.resolve("run"), false)) {
      write(folder, RunFile.TASKS);
    }

    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void numbersGoOnFromTheHighestThatIsTaken() throws IOException {
    Path base = directory.resolve("reports/out");
    assertThat(RunFolder.numbered(base, "first").path()).isEqualTo(base.resolve("0001-first"));
    Files.createDirectories(base.resolve("0041-x"));
    Files.createDirectories(base.resolve("0050"));
    Files.createDirectories(base.resolve("99-other"));
    Files.writeString(base.resolve("host.yaml"), "");

    assertThat(RunFolder.numbered(base, "a b/..\\c\u00e9\n").path())
        .isEqualTo(base.resolve("0051-a-b-..-c-"));
    assertThat(RunFolder.numbered(base, "x".repeat(300)).path().getFileName().toString())
        .isEqualTo("0052-" + "x".repeat(60));
  }

  @Test
  void runsThatStartAtOnceGetDifferentNumbers() throws Exception {
    int runs = 40;
    ExecutorService several = Executors.newFixedThreadPool(8);
    try {
      List<Future<Path>> folders = new ArrayList<>();
      for (int run = 0; run < runs; run++) {
        String name = "run-" + run % 3;
        folders.add(several.submit(() -> RunFolder.numbered(directory, name).path()));
      }
      List<Integer> numbers = new ArrayList<>();
      for (Future<Path> folder : folders) {
        numbers.add(Integer.parseInt(folder.get().getFileName().toString().substring(0, 4)));
      }
      assertThat(numbers).doesNotHaveDuplicates().hasSize(runs);
      assertThat(names(directory)).hasSize(runs).noneMatch(name -> name.length() == 4);
    } finally {
      several.shutdown();
    }
  }

  @Test
  void whatTheFileSystemSaysComesWithThePlaceAndAdvice() {
    Path place = Path.of("out", "tasks.csv");

    assertThat(OutputException.of(place, new IOException("No space left on device")))
        .hasMessage(
            "out/tasks.csv: No space left on device (expected: a place with room that can be"
                + " written; free some or choose another with --out)");
    assertThat(OutputException.of(place, new AccessDeniedException("out/tasks.csv")))
        .hasMessage("out/tasks.csv: no permission (expected: a place that you may write to)");
  }

  @Test
  void aFolderThatDisappearsIsNamed() throws IOException {
    RunFolder folder = RunFolder.at(directory.resolve("run"), false);
    Files.delete(folder.path());

    assertThatThrownBy(() -> folder.create(RunFile.STATS))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("stats.csv.part: its folder is gone");
  }

  private static void write(RunFolder folder, RunFile file) throws IOException {
    try (OutputStream out = folder.create(file)) {
      out.write("new".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }
}
