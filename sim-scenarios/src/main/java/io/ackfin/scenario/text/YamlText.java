package io.ackfin.scenario.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.IOException;
import java.io.Serial;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes trees as YAML that {@link TreeReader} reads back as equal trees, positions aside. */
public final class YamlText {
  private static final YAMLFactory FACTORY =
      YAMLFactory.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .stringQuotingChecker(new Quoting())
          .build();

  private YamlText() {}

  /** Leaves out quotes only where no reader of YAML, old or new, sees anything but text. */
  private static final class Quoting extends StringQuotingChecker {
    @Serial private static final long serialVersionUID = 1L;

    private static final Pattern PLAIN =
        Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*|[0-9]+(\\.[0-9]+)?(ps|ns|us|ms|s)");
    private static final Pattern WORD_WITH_A_MEANING =
        Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");

    @Override
    public boolean needToQuoteName(String name) {
      return needToQuoteValue(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
      return !PLAIN.matcher(value).matches() || WORD_WITH_A_MEANING.matcher(value).matches();
    }
  }

  /** The text of a tree that holds nothing refused; ends with a line end. */
  public static String of(Node root) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      write(root, generator);
    } catch (IOException e) {
      // Writing to a string in memory does not fail.
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Refused nodes are never written: they come with a problem, and then there is no scenario. */
  private static void write(Node node, JsonGenerator generator) throws IOException {
    if (node instanceof Node.Mapping mapping) {
      generator.writeStartObject();
      for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
        generator.writeFieldName(entry.getKey());
        write(entry.getValue().value(), generator);
      }
      generator.writeEndObject();
    } else if (node instanceof Node.Sequence sequence) {
      generator.writeStartArray();
      for (Node item : sequence.items()) {
        write(item, generator);
      }
      generator.writeEndArray();
    } else if (node instanceof Node.Scalar scalar) {
      writeScalar(scalar, generator);
    } else {
      throw new IllegalArgumentException(node.at() + ": " + node.found() + " (expected: a value)");
    }
  }

  /** Numbers and truth values keep their spelling; only texts may need quotes. */
  private static void writeScalar(Node.Scalar scalar, JsonGenerator generator) throws IOException {
    switch (scalar.kind()) {
      case TEXT -> generator.writeString(scalar.text());
      case NUMBER -> generator.writeNumber(scalar.text());
      case TRUTH -> generator.writeBoolean(Boolean.parseBoolean(scalar.text()));
      case NOTHING -> generator.writeNull();
    }
  }
}
