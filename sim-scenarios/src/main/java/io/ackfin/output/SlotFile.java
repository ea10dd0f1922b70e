package io.ackfin.output;

import io.ackfin.crosscheck.timing.SlotTable;
import io.ackfin.crosscheck.timing.SlotTable.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The page about two payload slots against one, in Markdown. */
public final class SlotFile {
  private static final String NAME = "slots.md";
  private static final double NANOS_PER_MICRO = 1_000;

  /** The table's two lines of headings. */
  public static final String HEADINGS =
      "| Kernel | Single ns | Dual ns | Ratio | Predicted single | Predicted dual | Predicted ratio"
          + " | Error |\n|---|---|---|---|---|---|---|---|";

  private SlotFile() {}

  /**
   * Writes the page.
   *
   * @param folder made if it is not there
   * @return where it is
   * @throws OutputException if it cannot be written
   */
  public static Path write(SlotTable table, Path folder) {
    Path file = folder.resolve(NAME);
    try {
      Files.createDirectories(folder);
      return Files.writeString(file, page(table), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw OutputException.of(file, e);
    }
  }

  static String page(SlotTable table) {
    StringBuilder page = new StringBuilder("# Two payload slots against one\n\n");
    page.append(
        "Nanoseconds per task of the real runtime, one scheduler and one core, and what the\n"
            + "simulator predicts from the costs of this host's parts. Made by\n"
            + "`ackfin calibrate && ackfin crosscheck --slots` on a machine with nothing else to"
            + " do.\n\n");
    page.append(HEADINGS).append('\n');
    table.rows().forEach(row -> page.append(row(row)).append('\n'));
    page.append('\n').append(below(table)).append('\n');
    for (Row row : table.rows()) {
      if (!row.doubt().isEmpty()) {
        page.append("\nNot to be trusted: ").append(kernel(row)).append(": ").append(row.doubt());
        page.append('\n');
      }
    }
    return page.toString();
  }

  /** A row of the table. */
  public static String row(Row row) {
    return format(
        "| %s | %,.0f | %,.0f | %.3fx | %,.0f | %,.0f | %.3fx | %+.2f %% |",
        kernel(row),
        row.single(),
        row.dual(),
        row.ratio(),
        row.predictedSingle(),
        row.predictedDual(),
        row.predictedRatio(),
        row.errorPct());
  }

  /** What stands below the table. */
  public static String below(SlotTable table) {
    return format(
        "Error of the predicted ratio: median %.2f %%, worst %.2f %%.",
        table.medianErrorPct(), table.worstErrorPct());
  }

  private static String kernel(Row row) {
    return format("%.1f us", row.kernelNs() / NANOS_PER_MICRO);
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
