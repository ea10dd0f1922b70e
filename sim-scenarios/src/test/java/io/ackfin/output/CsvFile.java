package io.ackfin.output;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** A CSV file that was read back by a library: its lines by column. */
record CsvFile(List<Map<String, String>> lines) {
  private static final CsvMapper MAPPER = new CsvMapper();

  /** Writes a file. */
  interface Body {
    void write(OutputStream out) throws IOException;
  }

  static CsvFile of(Body body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.write(bytes);
    try (MappingIterator<Map<String, String>> lines =
        MAPPER
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader().withStrictHeaders(true))
            .readValues(bytes.toByteArray())) {
      return new CsvFile(lines.readAll());
    }
  }

  /** The lines whose column has a value. */
  List<Map<String, String>> where(String column, String value) {
    return lines.stream().filter(line -> line.get(column).equals(value)).toList();
  }
}
