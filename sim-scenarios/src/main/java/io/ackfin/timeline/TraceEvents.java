package io.ackfin.timeline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The words of Chrome's trace-event format, one line an event. Every event stands on a thread
 * ({@code tid}) of a process ({@code pid}); both are positive, as 0 means the idle process to some
 * viewers. Not thread-safe.
 */
final class TraceEvents implements AutoCloseable {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // Perfetto reads characters beyond the basic plane as UTF-8, not as pairs of escapes.
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  private final JsonGenerator json;
  private final Microseconds microseconds = new Microseconds();

  /** Where an event stands. */
  record Place(int pid, int tid) {}

  /**
   * What a span is called.
   *
   * @param kind what it is called wherever it happens
   * @param name what it is called here
   * @param argument what its id is called
   */
  record Label(String kind, String name, String argument) {}

  /** Opens the file; the stream is closed with it. */
  TraceEvents(OutputStream out) throws IOException {
    json = FACTORY.createGenerator(out).setPrettyPrinter(new LinePerEvent());
    json.writeStartObject();
    json.writeStringField("displayTimeUnit", "ns");
    json.writeArrayFieldStart("traceEvents");
  }

  /** Names a process and says where it stands among the others. */
  void process(Place place, String name, int position) throws IOException {
    metadata(place, "process_name");
    json.writeStringField("name", name);
    endArguments();
    metadata(place, "process_sort_index");
    json.writeNumberField("sort_index", position);
    endArguments();
  }

  /** Names a thread and says where it stands among the others of its process. */
  void thread(Place place, String name, int position) throws IOException {
    metadata(place, "thread_name");
    json.writeStringField("name", name);
    endArguments();
    metadata(place, "thread_sort_index");
    json.writeNumberField("sort_index", position);
    endArguments();
  }

  /** Something lasted from {@code begin} to {@code end}. */
  void complete(Place place, Label label, long begin, long end, long id) throws IOException {
    begin("X", place, label.kind(), label.name());
    at(begin);
    json.writeFieldName("dur");
    microseconds.writeDuration(json, begin, end);
    json.writeObjectFieldStart("args");
    json.writeNumberField(label.argument(), id);
    endArguments();
  }

  /** Something happened. */
  void instant(Place place, String name, long tick, long id) throws IOException {
    begin("i", place, name, name);
    at(tick);
    json.writeStringField("s", "t");
    json.writeObjectFieldStart("args");
    json.writeNumberField("id", id);
    endArguments();
  }

  /** A level changed. */
  void counter(Place place, String name, long tick, long value) throws IOException {
    begin("C", place, "counter", name);
    at(tick);
    json.writeObjectFieldStart("args");
    json.writeNumberField("value", value);
    endArguments();
  }

  /** An arrow leaves. */
  void flowStart(Place place, String name, long tick, long flow) throws IOException {
    begin("s", place, "flow", name);
    at(tick);
    json.writeNumberField("id", flow);
    json.writeEndObject();
  }

  /** An arrow arrives, at the span that encloses its tick. */
  void flowEnd(Place place, String name, long tick, long flow) throws IOException {
    begin("f", place, "flow", name);
    at(tick);
    json.writeNumberField("id", flow);
    json.writeStringField("bp", "e");
    json.writeEndObject();
  }

  /** Ends the file. */
  @Override
  public void close() throws IOException {
    json.close();
  }

  private void begin(String phase, Place place, String category, String name) throws IOException {
    json.writeStartObject();
    json.writeStringField("ph", phase);
    json.writeNumberField("pid", place.pid());
    json.writeNumberField("tid", place.tid());
    json.writeStringField("cat", category);
    json.writeStringField("name", name);
  }

  private void metadata(Place place, String name) throws IOException {
    json.writeStartObject();
    json.writeStringField("ph", "M");
    json.writeNumberField("pid", place.pid());
    json.writeNumberField("tid", place.tid());
    json.writeStringField("name", name);
    json.writeObjectFieldStart("args");
  }

  private void at(long tick) throws IOException {
    json.writeFieldName("ts");
    microseconds.write(json, tick);
  }

  private void endArguments() throws IOException {
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Nothing but a line break before each event, so that a timeline can be searched by line. */
  private static final class LinePerEvent extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1;

    @Override
    public void beforeArrayValues(JsonGenerator generator) throws IOException {
      generator.writeRaw('\n');
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator generator) throws IOException {
      generator.writeRaw(",\n");
    }
  }
}
