package io.ackfin.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;

/** Writes records as JSON for people and scripts: indented, fields in the order of the record. */
final class Json {
  private static final ObjectWriter WRITER = writer();

  private Json() {}

  /** Writes one document and a line break; the stream stays open. */
  static void write(Object document, OutputStream out) throws IOException {
    try (JsonGenerator json = WRITER.createGenerator(out)) {
      WRITER.writeValue(json, document);
      json.writeRaw('\n');
    }
  }

  private static ObjectWriter writer() {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            // The stream may be standard output.
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    return new ObjectMapper(factory).writer(printer);
  }
}
