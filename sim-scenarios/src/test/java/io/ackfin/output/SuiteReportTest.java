package io.ackfin.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.output.SuiteReport.Result;
import io.ackfin.protocol.Invariant;
import io.ackfin.verify.Explorer;
import io.ackfin.verify.ExplorerOptions;
import io.ackfin.verify.SearchWatcher;
import io.ackfin.verify.suite.Suite;
import io.ackfin.verify.suite.SuiteRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every system of the suite gives what is declared of it, and the committed page says what is
 * found. To make the page anew: {@code ./ackfin verify --suite}; review the difference.
 */
class SuiteReportTest {
  private static final Path PAGE = Path.of("..", "reports", "baselines", "verify.md");
  private static final ExplorerOptions OPTIONS = ExplorerOptions.within(1L << 30);

  @Tag("golden")
  @Test
  void theCommittedPageIsWhatTheExplorerFinds() throws IOException {
    List<Result> results = Suite.rows().stream().map(SuiteReportTest::explored).toList();
    assertThat(results).filteredOn(result -> !result.asExpected()).isEmpty();
    assertThat(SuiteReport.of(results)).isEqualTo(Files.readAllLines(PAGE));
  }

  @Tag("unit")
  @Test
  void aRowThatDiffersIsMarked() {
    SuiteRow row = Suite.rows().get(0);
    Set<Invariant> wrong = EnumSet.of(Invariant.SLOT_STABLE);
    SuiteRow declared =
        new SuiteRow(row.group(), row.name(), row.system(), wrong, row.because(), "");
    Result result = explored(declared);
    assertThat(result.asExpected()).isFalse();
    assertThat(SuiteReport.of(List.of(result)))
        .anyMatch(line -> line.contains("**(declared: slot-stable)**"))
        .anyMatch(line -> line.contains("**1 do not give what is declared of them"));
  }

  @Tag("unit")
  @Test
  void anUnfinishedRowIsNotAsExpected() {
    SuiteRow row = Suite.rows().get(0);
    ExplorerOptions few = new ExplorerOptions(10, 1L << 30, true, false);
    Result cut = new Result(row, Explorer.explore(row.system(), few, SearchWatcher.none()));
    assertThat(cut.violated()).isEqualTo(row.expected());
    assertThat(cut.asExpected()).isFalse();
  }

  @Tag("unit")
  @Test
  void thePageReplacesAnEarlierOneWhole(@TempDir Path folder) throws IOException {
    List<Result> results = new ArrayList<>(List.of(explored(Suite.rows().get(0))));
    Path page = SuiteReport.write(folder.resolve("deep").resolve("er"), results);
    SuiteReport.write(page.getParent(), results);
    assertThat(Files.readAllLines(page)).isEqualTo(SuiteReport.of(results));
    try (var files = Files.list(page.getParent())) {
      assertThat(files).containsExactly(page);
    }
  }

  private static Result explored(SuiteRow row) {
    return new Result(row, Explorer.explore(row.system(), OPTIONS, SearchWatcher.none()));
  }
}
