package io.ackfin.output;

import io.ackfin.core.time.Ticks;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Writes a CSV file field by field: UTF-8, a line feed after every line, a field in quotes only if
 * it holds a comma, a quote or a line break. Memory does not grow with the file. Not thread-safe.
 */
final class CsvWriter implements AutoCloseable {
  private final Writer out;
  private boolean lineBegan;

  /** Begins a file with the names of its columns; the stream is closed with it. */
  CsvWriter(OutputStream out, String... columns) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    for (String column : columns) {
      field(column);
    }
    endLine();
  }

  void field(String text) throws IOException {
    separate();
    if (isPlain(text)) {
      out.write(text);
    } else {
      out.write('"' + text.replace("\"", "\"\"") + '"');
    }
  }

  void field(long number) throws IOException {
    separate();
    out.write(Long.toString(number));
  }

  void field(BigDecimal number) throws IOException {
    separate();
    out.write(number.toPlainString());
  }

  /** A number that is empty if negative, which says that something did not happen. */
  void numberOrEmpty(long number) throws IOException {
    separate();
    if (number >= 0) {
      out.write(Long.toString(number));
    }
  }

  /** Ticks as nanoseconds; empty if negative, which says that something did not happen. */
  void nanosecondsOrEmpty(long ticks) throws IOException {
    separate();
    if (ticks >= 0) {
      out.write(Ticks.nanoseconds(ticks).toPlainString());
    }
  }

  void endLine() throws IOException {
    out.write('\n');
    lineBegan = false;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void separate() throws IOException {
    if (lineBegan) {
      out.write(',');
    }
    lineBegan = true;
  }

  private static boolean isPlain(String text) {
    return text.indexOf(',') < 0
        && text.indexOf('"') < 0
        && text.indexOf('\n') < 0
        && text.indexOf('\r') < 0;
  }
}
