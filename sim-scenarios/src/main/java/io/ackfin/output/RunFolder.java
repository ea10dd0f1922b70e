package io.ackfin.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder of one run, or of another work that takes time: made before the work, filled by the
 * package's rule of the files. Use: get one, {@link #create} the files, {@link #publish}, {@link
 * #close}. Not thread-safe; several processes may make numbered folders at once.
 */
public final class RunFolder implements AutoCloseable {
  /** Where numbered folders go, seen from the current directory. */
  public static final Path DEFAULT_BASE = Path.of("reports", "out");

  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final boolean made;
  private final Map<String, Path> parts = new LinkedHashMap<>();

  private RunFolder(Path path, boolean made) {
    this.path = path;
    this.made = made;
  }

  /**
   * A folder that the user named; made with its parents if it is not there.
   *
   * @param force whether it may hold files already; those of an earlier run are replaced, others
   *     are left alone
   * @throws OutputException if it is a file, holds files and must not, or cannot be made
   */
  public static RunFolder at(Path path, boolean force) {
    try {
      if (!Files.isDirectory(path)) {
        if (Files.exists(path)) {
          throw OutputException.refused(path, "a file", "a folder; choose another with --out");
        }
        Files.createDirectories(path);
        return new RunFolder(path, true);
      }
      if (!force && holdsAnything(path)) {
        throw OutputException.refused(
            path, "holds files", "an empty or new folder; --force replaces an earlier run's files");
      }
      return new RunFolder(path, false);
    } catch (IOException e) {
      throw OutputException.of(path, e);
    }
  }

  /**
   * A new folder {@code base/0001-name}, with the next number that nobody has.
   *
   * @param name of the run; characters that are no letters, digits, dots or dashes become dashes
   * @throws OutputException if it cannot be made
   */
  public static RunFolder numbered(Path base, String name) {
    try {
      if (!Files.isDirectory(base)) {
        Files.createDirectories(base);
      }
      return new RunFolder(FolderNumber.next(base).named(name), true);
    } catch (IOException e) {
      throw OutputException.of(base, e);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Where a file of it is, or will be. */
  public Path path(RunFile file) {
    return path.resolve(file.toString());
  }

  /**
   * Begins a file, under its temporary name. The stream is buffered; whoever gets it closes it
   * before the folder is published.
   *
   * @throws OutputException if it cannot be made
   */
  OutputStream create(RunFile file) {
    return create(file.toString());
  }

  /** The same, for a file that is none of a run's. */
  OutputStream create(String name) {
    Path part = path.resolve(name + ".part");
    try {
      OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER);
      parts.put(name, part);
      return out;
    } catch (IOException e) {
      throw OutputException.of(part, e);
    }
  }

  /** What a file holds. */
  interface Content {
    /** Writes it; the stream stays open. */
    void write(OutputStream out) throws IOException;
  }

  /**
   * Begins a file and writes all of it.
   *
   * @throws OutputException if it cannot be written
   */
  void write(String name, Content content) {
    try (OutputStream out = create(name)) {
      content.write(out);
    } catch (IOException e) {
      throw OutputException.of(path.resolve(name), e);
    }
  }

  /** Gives a file up that was begun: it will not be published. */
  void drop(RunFile file) {
    drop(file.toString());
  }

  private void drop(String name) {
    delete(parts.remove(name));
  }

  /**
   * Moves all files that were begun to their places, and removes those of an earlier run.
   *
   * @throws OutputException if one cannot be moved
   */
  void publish() {
    publish(Arrays.stream(RunFile.values()).map(RunFile::toString).toList());
  }

  /**
   * The same for another kind of work.
   *
   * @param names every file that such work may write, in the order in which they are moved; what
   *     earlier work left under these names is removed
   */
  void publish(List<String> names) {
    names.forEach(name -> delete(path.resolve(name)));
    for (String name : names) {
      Path part = parts.get(name);
      if (part != null) {
        move(part, path.resolve(name));
      }
    }
    parts.clear();
  }

  private static void move(Path part, Path place) {
    try {
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw OutputException.of(place, e);
    }
  }

  /** Removes what was begun and not published, and the folder if it was made for nothing. */
  @Override
  public void close() {
    List.copyOf(parts.keySet()).forEach(this::drop);
    if (made) {
      delete(path);
    }
  }

  private static boolean holdsAnything(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isPresent();
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (DirectoryNotEmptyException e) {
      // The folder holds what was published.
    } catch (IOException e) {
      throw OutputException.of(file, e);
    }
  }
}
