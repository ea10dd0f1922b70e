package io.ackfin.scenario.text;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Turns what the parsers say about broken syntax into problems that help to mend it. Parsers say
 * what they could not do; a user wants to know what to change, and where it went wrong rather than
 * where that was noticed. What is not translated is quoted, so that nothing is ever lost.
 */
final class SyntaxProblem {
  private static final Pattern UNEXPECTED_CHARACTER =
      Pattern.compile(
          "Unexpected character \\('(.)' \\(code \\d+.*?\\)\\): (?:was )?expecting (.*)");
  private static final String KEY = "a key in double quotes";
  private static final Pattern UNKNOWN_WORD = Pattern.compile("Unrecognized token '(.*?)'.*");
  private static final Pattern BAD_START =
      Pattern.compile("found character '(.*?)' that cannot start any token.*");
  private static final Pattern STRAY_BRACKET =
      Pattern.compile("expected <block end>, but found '([]}])'");

  /**
   * What the YAML parser says, and how that is said here.
   *
   * @param says part of its message
   * @param whereItBegan whether the problem stands where the broken value begins; the parser
   *     notices it much later, often at the end of the file
   */
  private record Translation(String says, String found, String expected, boolean whereItBegan) {}

  private static final List<Translation> TRANSLATIONS =
      List.of(
          new Translation(
              "mapping values are not allowed here",
              "a ':' that begins no value",
              "'key: value' with a space behind the colon, and the keys of one mapping indented"
                  + " alike",
              false),
          new Translation(
              "found unexpected end of stream",
              "a quote that is not closed",
              "a closing quote",
              true),
          new Translation(
              "expected ',' or ']'",
              "a '[' that is not closed",
              "a ']' behind the last item",
              true),
          new Translation(
              "expected ',' or '}'",
              "a '{' that is not closed",
              "a '}' behind the last value",
              true),
          new Translation(
              "expected <block end>",
              "a line that is not part of what stands above it",
              "the keys or items of one level indented alike",
              false),
          new Translation(
              "could not find expected ':'",
              "a key without a ':'",
              "'key: value' with a space behind the colon",
              true),
          new Translation(
              "expected '<document start>'",
              "text behind the end of the document",
              "the end: one file holds one document",
              false),
          new Translation(
              "found unknown escape character",
              "an unknown escape in double quotes",
              "a known one, or single quotes",
              false));

  private SyntaxProblem() {}

  /** The one problem of a text that has no tree. */
  static Problem of(JsonProcessingException thrown, SourceText source) {
    if (thrown.getCause() instanceof MarkedYAMLException yaml) {
      return ofYaml(yaml, source);
    }
    JsonLocation location = thrown.getLocation();
    Position at = source.at(location.getLineNr(), location.getColumnNr());
    return source.json()
        ? ofJson(at, thrown.getOriginalMessage())
        : ofYamlParser(at, thrown.getOriginalMessage());
  }

  /** Stray brackets first: the parser says the same of them as of indentation. */
  private static Problem ofYaml(MarkedYAMLException thrown, SourceText source) {
    String says = String.valueOf(thrown.getProblem());
    Mark where = thrown.getProblemMark();
    Matcher stray = STRAY_BRACKET.matcher(says);
    if (stray.matches()) {
      String found = "a '" + stray.group(1) + "' that closes nothing";
      return new Problem(at(where, source), "syntax", found, "as many brackets closed as opened");
    }
    for (Translation translation : TRANSLATIONS) {
      if (says.contains(translation.says)) {
        boolean back = translation.whereItBegan && thrown.getContextMark() != null;
        Position at = at(back ? thrown.getContextMark() : where, source);
        return new Problem(at, "syntax", translation.found, translation.expected);
      }
    }
    Matcher start = BAD_START.matcher(says);
    if (start.matches() && start.group(1).contains("TAB")) {
      return new Problem(at(where, source), "syntax", "a tab", "spaces for indentation");
    }
    if (start.matches()) {
      String found = "a value that begins with " + start.group(1);
      return new Problem(at(where, source), "syntax", found, "quotes around such a value");
    }
    return new Problem(at(where, source), "syntax", Problem.quote(says), "valid YAML");
  }

  /** Marks count from 0. */
  private static Position at(Mark mark, SourceText source) {
    return source.at(mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** What is YAML, but more than trees can hold. */
  private static Problem ofYamlParser(Position at, String says) {
    if (says.startsWith("Expected a field name")) {
      return new Problem(at, "syntax", "a key that is itself a structure", "a name as key");
    }
    return new Problem(at, "syntax", Problem.quote(says), "valid YAML");
  }

  /** What JSON does not allow and YAML does is the most frequent: quotes and last commas. */
  private static Problem ofJson(Position at, String says) {
    Matcher character = UNEXPECTED_CHARACTER.matcher(says);
    if (character.matches()) {
      String expected = character.group(2).replace("double-quote to start field name", KEY);
      return new Problem(at, "syntax", character.group(1), Problem.quote(expected));
    }
    Matcher word = UNKNOWN_WORD.matcher(says);
    if (word.matches()) {
      return new Problem(at, "syntax", word.group(1), "a JSON value; text stands in double quotes");
    }
    if (says.startsWith("Unexpected end-of-input")) {
      return new Problem(at, "syntax", "the end of the file", "what closes the JSON value");
    }
    return new Problem(at, "syntax", Problem.quote(says), "valid JSON");
  }
}
