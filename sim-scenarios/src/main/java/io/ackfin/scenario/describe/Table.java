package io.ackfin.scenario.describe;

import java.util.List;

/**
 * Rows of cells under headings.
 *
 * @param title what the rows are
 * @param columns the headings
 * @param rows as many cells as there are headings; a cell may be empty
 * @param below how many of the last columns are printed below each row, for longer texts
 */
public record Table(String title, List<String> columns, List<List<String>> rows, int below) {
  /** A table all of whose columns stand side by side. */
  public Table(String title, List<String> columns, List<List<String>> rows) {
    this(title, columns, rows, 0);
  }

  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "rows: " + row + " (expected: " + columns.size() + " cells)");
      }
    }
  }
}
