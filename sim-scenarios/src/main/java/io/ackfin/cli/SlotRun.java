package io.ackfin.cli;

import io.ackfin.crosscheck.timing.SlotTable;
import io.ackfin.crosscheck.timing.TimingOptions;
import io.ackfin.output.SlotFile;
import io.ackfin.runtime.dispatch.RunFailedException;
import io.ackfin.runtime.probe.ProbeException;
import io.ackfin.scenario.HostPreset;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;

/** Times two payload slots against one and writes the page about it. */
final class SlotRun {
  private final Path folder;
  private final TimingOptions options;
  private final boolean quiet;

  SlotRun(Path folder, TimingOptions options, boolean quiet) {
    this.folder = folder;
    this.options = options;
    this.quiet = quiet;
  }

  /**
   * Runs; each row is printed as it is there.
   *
   * @return done, or a partial result if the host was not the one that was calibrated
   */
  ExitCode run(CommandLine line) {
    if (!HostPreset.isThere()) {
      throw new UserMistake(
          "the preset host: not calibrated (expected: " + HostPreset.EXPECTED + ")");
    }
    PrintWriter out = line.getOut();
    try (Interruption interruption = Interruption.watch()) {
      say(out, SlotFile.HEADINGS);
      SlotTable table =
          SlotTable.measureOnThisHost(
              options,
              row -> {
                say(out, SlotFile.row(row));
                return !interruption.requested();
              });
      if (interruption.requested()) {
        return ExitCode.INTERRUPTED;
      }
      say(out, "");
      say(out, SlotFile.below(table));
      Path page = SlotFile.write(table, folder);
      say(out, "page: " + page);
      return table.trusted() ? ExitCode.OK : ExitCode.PARTIAL;
    } catch (RunFailedException | ProbeException failed) {
      line.getErr().println("ackfin: too busy to measure: " + failed.getMessage());
      return ExitCode.PARTIAL;
    }
  }

  private void say(PrintWriter out, String text) {
    if (!quiet) {
      out.println(text);
      out.flush();
    }
  }
}
