package io.ackfin.scenario.describe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Prints tables in columns, for terminals. Widths are those of the contents, so that the same table
 * is always the same text, whatever terminal it is for.
 */
public final class TableText {
  /** No line is longer, unless a single word is. */
  public static final int WIDTH = 100;

  private static final String GAP = "  ";
  private static final String INDENT = "    ";

  private TableText() {}

  /** Title, headings and rows; cells that do not fit are continued on the lines below. */
  public static String of(Table table) {
    int side = table.columns().size() - table.below();
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.columns());
    lines.addAll(table.rows());
    int[] widths = widths(lines, side);
    StringBuilder text = new StringBuilder();
    if (!table.title().isEmpty()) {
      text.append(table.title()).append('\n');
    }
    for (List<String> row : lines) {
      append(row, widths, text);
      if (row != table.columns()) {
        row.subList(side, row.size()).forEach(cell -> appendBelow(cell, text));
      }
    }
    return text.toString();
  }

  /** The widest column gives way, step by step, until the line fits. */
  private static int[] widths(List<List<String>> lines, int columns) {
    int[] widths = new int[columns];
    int[] longestWords = new int[columns];
    for (List<String> row : lines) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
        for (String word : row.get(i).split(" ", -1)) {
          longestWords[i] = Math.max(longestWords[i], word.length());
        }
      }
    }
    int room = WIDTH - GAP.length() * (columns - 1);
    int widest = widestThatShrinks(widths, longestWords);
    while (Arrays.stream(widths).sum() > room && widest >= 0) {
      widths[widest]--;
      widest = widestThatShrinks(widths, longestWords);
    }
    return widths;
  }

  /** -1 if no column is wider than its longest word. */
  private static int widestThatShrinks(int[] widths, int[] longestWords) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      boolean shrinks = widths[i] > longestWords[i];
      if (shrinks && (widest < 0 || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    return widest;
  }

  /** One row, as many lines high as its highest cell. */
  private static void append(List<String> row, int[] widths, StringBuilder text) {
    List<List<String>> cells = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < widths.length; i++) {
      cells.add(wrapped(row.get(i), widths[i]));
      height = Math.max(height, cells.get(i).size());
    }
    for (int line = 0; line < height; line++) {
      List<String> parts = new ArrayList<>();
      for (int i = 0; i < widths.length; i++) {
        String cell = line < cells.get(i).size() ? cells.get(i).get(line) : "";
        parts.add(cell + " ".repeat(Math.max(0, widths[i] - cell.length())));
      }
      text.append(String.join(GAP, parts).stripTrailing()).append('\n');
    }
  }

  /** A longer text that belongs to the row above; the indentation tells it from a row. */
  private static void appendBelow(String cell, StringBuilder text) {
    if (!cell.isEmpty()) {
      wrapped(cell, WIDTH - INDENT.length())
          .forEach(line -> text.append(INDENT).append(line).append('\n'));
    }
  }

  /** Lines of whole words; a word that is wider than the line has one of its own. */
  private static List<String> wrapped(String cell, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : cell.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
