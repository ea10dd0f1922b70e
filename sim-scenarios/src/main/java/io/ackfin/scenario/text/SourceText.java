package io.ackfin.scenario.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text and what it is called in messages.
 *
 * @param name the file as the user named it, or the option as it was given
 * @param text all of it, without a byte order mark
 * @param syntax how it is written
 */
public record SourceText(String name, String text, Syntax syntax) {
  /** How a text is written. */
  public enum Syntax {
    /** The whole of a YAML file. */
    YAML,
    /** The whole of a JSON file. */
    JSON,
    /** One YAML value on the command line, where lines and columns mean nothing. */
    OPTION
  }

  /** The largest file that is read: 64 MiB, about a million explicit tasks. */
  public static final long LARGEST = 64L << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Whether this is JSON. */
  boolean json() {
    return syntax == Syntax.JSON;
  }

  /** A place in this text, both counted from 1. */
  Position at(int line, int column) {
    return syntax == Syntax.OPTION ? Position.of(name) : new Position(name, line, column);
  }

  /**
   * Reads a file; one whose name ends in {@code .json} is JSON. Empty if it cannot be read, which
   * is then one of {@code problems}.
   */
  public static Optional<SourceText> read(Path file, Problems problems) {
    String name = file.toString();
    byte[] bytes;
    try {
      String trouble = trouble(file);
      if (!trouble.isEmpty()) {
        problems.add(unreadable(name, trouble));
        return Optional.empty();
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      problems.add(missing(file));
      return Optional.empty();
    } catch (IOException e) {
      problems.add(unreadable(name, "not readable"));
      return Optional.empty();
    }
    Syntax syntax = name.toLowerCase(Locale.ROOT).endsWith(".json") ? Syntax.JSON : Syntax.YAML;
    return decode(name, bytes, problems).map(text -> new SourceText(name, text, syntax));
  }

  /** Why a path that exists is not worth reading; empty if it is. */
  private static String trouble(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      return "a folder";
    }
    return Files.size(file) > LARGEST ? "more than " + (LARGEST >> 20) + " MiB" : "";
  }

  /** A file as a whole has no line and column. */
  private static Problem unreadable(String name, String trouble) {
    return new Problem(Position.of(name), "file", trouble, "a readable text file");
  }

  /** Names the nearest file of the same folder: most often the name was mistyped. */
  private static Problem missing(Path file) {
    String nearest = "";
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && Files.isDirectory(folder)) {
      try (Stream<Path> siblings = Files.list(folder)) {
        nearest =
            Nearest.of(
                file.getFileName().toString(),
                siblings.map(sibling -> sibling.getFileName().toString()).sorted().toList());
      } catch (IOException e) {
        // A folder that cannot be listed has no names to suggest; the problem stays the same.
        nearest = "";
      }
    }
    return new Problem(
        Position.of(file.toString()), "file", "not found", "a readable text file", nearest);
  }

  /** Another encoding would turn names into other names without a word: only UTF-8 is read. */
  private static Optional<String> decode(String name, byte[] bytes, Problems problems) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
      return printable(
          name, text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text, problems);
    } catch (CharacterCodingException e) {
      // A new decoder reports on malformed input, and leaves the buffer in front of it.
      int offending = buffer.position();
      String before = new String(bytes, 0, offending, StandardCharsets.UTF_8);
      String found = String.format(Locale.ROOT, "byte 0x%02X", bytes[offending]);
      problems.add(new Problem(endOf(name, before), "text", found, "text in UTF-8"));
      return Optional.empty();
    }
  }

  /** Refuses what no editor shows: control characters other than tabs and line ends. */
  private static Optional<String> printable(String name, String text, Problems problems) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isInvisible(c)) {
        String found = String.format(Locale.ROOT, "character U+%04X", (int) c);
        Position at = endOf(name, text.substring(0, i));
        problems.add(new Problem(at, "text", found, "printable characters"));
        return Optional.empty();
      }
    }
    return Optional.of(text);
  }

  /** What YAML itself forbids, so that it is said with a position and for JSON as well. */
  private static boolean isInvisible(char c) {
    boolean control = Character.isISOControl(c) && "\t\n\r\u0085".indexOf(c) < 0;
    return control || c >= '\uFFFE';
  }

  /** The position right behind {@code before}. */
  private static Position endOf(String name, String before) {
    int lines = (int) before.chars().filter(c -> c == '\n').count();
    int lineStart = before.lastIndexOf('\n') + 1;
    return new Position(name, lines + 1, before.codePointCount(lineStart, before.length()) + 1);
  }
}
