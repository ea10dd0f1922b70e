package io.ackfin.scenario.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.ackfin.core.time.Ticks;
import io.ackfin.scenario.text.InvalidInputException;
import io.ackfin.scenario.text.Nearest;
import io.ackfin.scenario.text.Position;
import io.ackfin.scenario.text.Problem;
import io.ackfin.scenario.text.Problems;
import io.ackfin.scenario.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads reference rows; reports every problem of a file at once. */
public final class ReferenceRows {
  private static final List<ReferenceColumn> REQUIRED =
      List.of(ReferenceColumn.CORES, ReferenceColumn.TASKS, ReferenceColumn.DURATION);

  private final String source;
  private final Problems problems = new Problems();

  private ReferenceRows(String source) {
    this.source = source;
  }

  /** The rows that were published with the reference model. */
  public static List<ReferenceRow> published() {
    String name = "published-rows.csv";
    try (InputStream in = ReferenceRows.class.getResourceAsStream(name)) {
      return new ReferenceRows(name).read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The rows of a file.
   *
   * @throws InvalidInputException with everything that is wrong with it
   */
  public static List<ReferenceRow> read(Path file) {
    Problems unreadable = new Problems();
    Optional<SourceText> text = SourceText.read(file, unreadable);
    if (text.isEmpty()) {
      throw new InvalidInputException(unreadable.inOrder());
    }
    return new ReferenceRows(file.toString()).read(text.get().text());
  }

  private List<ReferenceRow> read(String text) {
    List<ReferenceRow> rows = new ArrayList<>();
    List<ReferenceColumn> columns = null;
    try (MappingIterator<String[]> lines =
        new CsvMapper()
            .readerFor(String[].class)
            .with(CsvParser.Feature.WRAP_AS_ARRAY)
            .with(CsvParser.Feature.SKIP_EMPTY_LINES)
            .with(CsvParser.Feature.TRIM_SPACES)
            .readValues(text)) {
      while (lines.hasNext()) {
        int line = lines.getCurrentLocation().getLineNr();
        String[] cells = lines.next();
        if (columns == null) {
          columns = isHeader(cells) ? header(cells, line) : ReferenceColumn.PUBLISHED;
          if (isHeader(cells)) {
            continue;
          }
        }
        rows.add(row(columns, cells, line));
      }
    } catch (JsonProcessingException e) {
      add(e.getLocation().getLineNr(), "row", "not CSV", "values separated by commas");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (rows.isEmpty() && problems.isEmpty()) {
      add(1, "rows", "none", "at least one row");
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems.inOrder());
    }
    return rows;
  }

  private static boolean isHeader(String[] cells) {
    return cells.length > 0 && !cells[0].isEmpty() && !Character.isDigit(cells[0].charAt(0));
  }

  /** The columns by their names; a letter that means two columns means the first, then the next. */
  private List<ReferenceColumn> header(String[] cells, int line) {
    List<ReferenceColumn> columns = new ArrayList<>();
    for (String cell : cells) {
      Optional<ReferenceColumn> column =
          Arrays.stream(ReferenceColumn.values())
              .filter(c -> c.isCalled(cell) && !columns.contains(c))
              .findFirst();
      if (column.isEmpty()) {
        List<String> names = Arrays.stream(ReferenceColumn.values()).map(Object::toString).toList();
        problems.add(
            new Problem(
                new Position(source, line, 1),
                "header",
                Problem.quote(cell),
                Problem.oneOf(names),
                Nearest.of(cell, names)));
      } else {
        columns.add(column.get());
      }
    }
    for (ReferenceColumn required : REQUIRED) {
      if (problems.isEmpty() && !columns.contains(required)) {
        add(line, "header", "no column " + required, "the columns " + REQUIRED);
      }
    }
    return columns;
  }

  private ReferenceRow row(List<ReferenceColumn> columns, String[] cells, int line) {
    Map<ReferenceColumn, Long> values = new EnumMap<>(ReferenceColumn.class);
    if (cells.length != columns.size()) {
      add(line, "row", cells.length + " cells", columns.size() + ", as the header has");
    }
    for (int i = 0; i < Math.min(cells.length, columns.size()); i++) {
      ReferenceColumn column = columns.get(i);
      Optional<Long> value = column.isTime() ? time(cells[i]) : count(cells[i]);
      if (value.isEmpty() && !cells[i].isEmpty()) {
        String expected =
            column.isTime() ? "a time such as 2us, or whole picoseconds" : "a whole number";
        add(line, column.toString(), Problem.quote(cells[i]), expected);
      }
      value.ifPresent(number -> values.put(column, number));
    }
    if (problems.isEmpty() && values.keySet().stream().noneMatch(ReferenceColumn::isFigure)) {
      add(line, "row", "no figure to compare", "at least one of makespan to guardLoads");
    }
    return new ReferenceRow(source + ":" + line, values);
  }

  /** A time with its unit, or whole picoseconds as tables have them. */
  private static Optional<Long> time(String cell) {
    Optional<Long> bare = count(cell);
    if (bare.isPresent()) {
      return bare;
    }
    try {
      return Optional.of(Ticks.parse(cell).picoseconds());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Long> count(String cell) {
    return cell.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(cell)) : Optional.empty();
  }

  private void add(int line, String path, String found, String expected) {
    problems.add(new Problem(new Position(source, line, 1), path, found, expected));
  }
}
