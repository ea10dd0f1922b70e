package io.ackfin.timeline;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A timeline that was read back, as a viewer reads it. */
record TimelineFile(JsonNode document) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  static TimelineFile read(byte[] gzip) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return new TimelineFile(MAPPER.readTree(in));
    }
  }

  /** Every event of a phase, in the order of the file. */
  List<JsonNode> events(String phase) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode event : document.get("traceEvents")) {
      if (event.get("ph").asText().equals(phase)) {
        found.add(event);
      }
    }
    return found;
  }

  /** The spans of a kind, such as {@code kernel}. */
  List<JsonNode> spans(String kind) {
    return events("X").stream().filter(e -> e.get("cat").asText().equals(kind)).toList();
  }

  /** A time in ticks: what six decimals of it say. */
  static long ticks(JsonNode microseconds) {
    return microseconds
        .decimalValue()
        .setScale(6, RoundingMode.HALF_EVEN)
        .movePointRight(6)
        .longValueExact();
  }

  /** A time in nanoseconds, as Perfetto reads a number. */
  static long cutNanoseconds(JsonNode microseconds) {
    return (long) (microseconds.doubleValue() * 1_000.0);
  }

  static BigDecimal end(JsonNode span) {
    return span.get("ts").decimalValue().add(span.get("dur").decimalValue());
  }
}
