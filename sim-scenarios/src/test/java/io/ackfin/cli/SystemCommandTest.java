package io.ackfin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.output.SystemCommand;
import io.ackfin.scenario.text.InvalidInputException;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.suite.Suite;
import io.ackfin.verify.suite.SuiteRow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command that is told of a system explores that system. */
@Tag("contract")
class SystemCommandTest {
  @Command(name = "verify")
  private static final class Parsed implements Runnable {
    @Mixin private SystemOptions system;

    @Override
    public void run() {}
  }

  /** What a variant has no rule for is refused on the command line, and is in the suite. */
  @Test
  void theCommandOfEverySystemOfTheSuiteGivesThatSystem() {
    int refused = 0;
    for (SuiteRow row : Suite.rows()) {
      try {
        assertThat(parsed(SystemCommand.arguments(row.system())))
            .as("%s: %s", row.group(), row.name())
            .isEqualTo(row.system());
      } catch (InvalidInputException e) {
        assertThat(e).hasMessageMatching("(?s).*has no (other rules|such rule).*");
        refused++;
      }
    }
    assertThat(refused).isLessThan(Suite.rows().size() / 4);
  }

  @Test
  void defaultsAreLeftOut() {
    assertThat(SystemCommand.line(parsed(List.of("verify"))))
        .isEqualTo("ackfin verify --variant dual-slot");
  }

  private static BoundedSystem parsed(List<String> arguments) {
    Parsed parsed = new Parsed();
    List<String> options = arguments.subList(1, arguments.size());
    new CommandLine(parsed).parseArgs(options.toArray(new String[0]));
    OptionReader reader = new OptionReader("verify");
    Optional<BoundedSystem> system = parsed.system.read(reader);
    reader.throwProblems();
    return system.orElseThrow();
  }
}
