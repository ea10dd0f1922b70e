package io.ackfin.scenario.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.ackfin.scenario.text.Node.Entry;
import io.ackfin.scenario.text.Node.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads one text into a tree. One instance per text; not for use by several threads. */
public final class TreeReader {
  private static final int DEEPEST = 32;
  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonFactory YAML = yaml();

  private final SourceText source;
  private final Problems problems;
  private final JsonParser parser;
  private int depth;

  private TreeReader(SourceText source, Problems problems, JsonParser parser) {
    this.source = source;
    this.problems = problems;
    this.parser = parser;
  }

  private static JsonFactory yaml() {
    LoaderOptions options = new LoaderOptions();
    // Files are limited where they are read.
    options.setCodePointLimit(Integer.MAX_VALUE);
    return YAMLFactory.builder()
        .loaderOptions(options)
        .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
        .build();
  }

  /**
   * The tree of a text. Empty if the text holds no value or breaks the syntax, which is then one of
   * {@code problems}; duplicate keys, aliases and the like are added to them, too, and give a tree.
   */
  public static Optional<Node> read(SourceText source, Problems problems) {
    return read(source, "", problems);
  }

  /** The same, for a text that is the value of the parameter {@code path}. */
  static Optional<Node> read(SourceText source, String path, Problems problems) {
    problems.reading(source.name());
    JsonFactory factory = source.json() ? JSON : YAML;
    try (JsonParser parser = factory.createParser(source.text())) {
      return new TreeReader(source, problems, parser).document(path);
    } catch (JsonProcessingException e) {
      problems.add(SyntaxProblem.of(e, source));
      return Optional.empty();
    } catch (IOException e) {
      // Reading from a string in memory does not fail.
      throw new UncheckedIOException(e);
    }
  }

  /** The first document, and the complaint that there is a second one. */
  private Optional<Node> document(String path) throws IOException {
    if (parser.nextToken() == null) {
      problems.add(
          new Problem(
              source.at(1, 1), "file", "empty", "a value: nothing but comments is not enough"));
      return Optional.empty();
    }
    Node root = value(path);
    if (parser.nextToken() != null) {
      String expected = "the end: one file holds one document";
      problems.add(new Problem(here(), "file", "a further document", expected));
    }
    return Optional.of(root);
  }

  /** The value that begins at the current token; leaves the parser at its last token. */
  private Node value(String path) throws IOException {
    Position at = here();
    String refused = refused();
    if (!refused.isEmpty()) {
      problems.add(new Problem(at, named(path), refused, "the value itself, written out"));
      parser.skipChildren();
      return new Node.Refused(at);
    }
    if (!parser.currentToken().isStructStart()) {
      return new Node.Scalar(at, kind(), parser.getText());
    }
    if (depth == DEEPEST) {
      problems.add(
          new Problem(
              at,
              Problem.quote(named(path)),
              "nested too deeply",
              "at most " + DEEPEST + " levels"));
      parser.skipChildren();
      return new Node.Refused(at);
    }
    depth++;
    Node node = parser.hasToken(JsonToken.START_OBJECT) ? mapping(at, path) : sequence(at, path);
    depth--;
    return node;
  }

  /** Of a key given twice, the first value stays and the second place is the problem. */
  private Node mapping(Position at, String path) throws IOException {
    LinkedHashMap<String, Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Position keyAt = here();
      String key = parser.currentName();
      parser.nextToken();
      String inner = Problem.path(path, key);
      Node value = value(inner);
      Entry first = entries.putIfAbsent(key, new Entry(keyAt, value));
      if (first != null) {
        String expected = "each key once; the first stands at " + first.at();
        problems.add(new Problem(keyAt, inner, "given twice", expected));
      }
    }
    return new Node.Mapping(at, entries);
  }

  /** Items have no keys; problems call them by their index, from 0. */
  private Node sequence(Position at, String path) throws IOException {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(path + "[" + items.size() + "]"));
    }
    return new Node.Sequence(at, items);
  }

  /** The parser's own idea of the type, which only ever separates the four kinds. */
  private Kind kind() throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
      case VALUE_TRUE, VALUE_FALSE -> Kind.TRUTH;
      case VALUE_NULL -> Kind.NOTHING;
      default -> nothingWritten() ? Kind.NOTHING : Kind.TEXT;
    };
  }

  /** Behind a key without a value the parser reports a text of no extent. */
  private boolean nothingWritten() throws IOException {
    JsonLocation end = parser.currentLocation();
    JsonLocation begin = parser.currentTokenLocation();
    return !source.json()
        && parser.getText().isEmpty()
        && end.getLineNr() == begin.getLineNr()
        && end.getColumnNr() == begin.getColumnNr();
  }

  /** What of YAML's machinery the current token uses, or nothing. */
  private String refused() throws IOException {
    if (source.json()) {
      return "";
    }
    if (((YAMLParser) parser).isCurrentAlias()) {
      return "alias *" + parser.getText();
    }
    Object tag = parser.getTypeId();
    return tag == null ? "" : "tag !" + tag;
  }

  /** What problems call a parameter: the whole text has no path. */
  private static String named(String path) {
    return path.isEmpty() ? "file" : path;
  }

  /** Where the current token begins. */
  private Position here() {
    JsonLocation location = parser.currentTokenLocation();
    return source.at(location.getLineNr(), location.getColumnNr());
  }
}
