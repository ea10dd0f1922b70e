package io.ackfin.output;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number for a new folder, held by the folder of that bare number: only one process can make it,
 * and only who made it gives out its number. When it is renamed, the new name keeps the number
 * taken.
 */
final class FolderNumber {
  private static final Pattern NUMBERED = Pattern.compile("(\\d{4,9})(-.*)?");
  private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9.-]+");
  private static final int LONGEST_NAME = 60;

  private final Path held;

  private FolderNumber(Path held) {
    this.held = held;
  }

  /** Takes the number after the highest of a folder. */
  static FolderNumber next(Path base) throws IOException {
    int number = 0;
    while (true) {
      number = Math.max(number, highest(base)) + 1;
      Path path = base.resolve(String.format(Locale.ROOT, "%04d", number));
      try {
        Files.createDirectory(path);
      } catch (FileAlreadyExistsException e) {
        continue;
      }
      // Between the look and the making, another may have taken the number and renamed its folder.
      if (count(base, number) == 1) {
        return new FolderNumber(path);
      }
      Files.delete(path);
    }
  }

  /** Renames the folder, so that it says what it holds. */
  Path named(String name) throws IOException {
    String fit = UNFIT.matcher(name).replaceAll("-");
    String cut = fit.substring(0, Math.min(fit.length(), LONGEST_NAME));
    return Files.move(held, held.resolveSibling(held.getFileName() + "-" + cut));
  }

  private static int highest(Path base) throws IOException {
    int highest = 0;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(base)) {
      for (Path entry : entries) {
        highest = Math.max(highest, number(entry));
      }
    }
    return highest;
  }

  private static int count(Path base, int number) throws IOException {
    int count = 0;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(base)) {
      for (Path entry : entries) {
        count += number(entry) == number ? 1 : 0;
      }
    }
    return count;
  }

  private static int number(Path entry) {
    Matcher matcher = NUMBERED.matcher(entry.getFileName().toString());
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
