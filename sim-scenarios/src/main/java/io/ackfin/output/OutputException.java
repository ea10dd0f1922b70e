package io.ackfin.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * Outputs cannot be written where they were to go. The message names the place and says what to do;
 * it is all that a user needs to see.
 */
public final class OutputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private OutputException(Path place, String value, String expected, IOException cause) {
    super(place + ": " + value + " (expected: " + expected + ")", cause);
  }

  /** The place is there and must not be used as it is. */
  static OutputException refused(Path place, String value, String expected) {
    return new OutputException(place, value, expected, null);
  }

  /** The file system refused something at a place. */
  static OutputException of(Path place, IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return new OutputException(place, "no permission", "a place that you may write to", cause);
    }
    if (cause instanceof NotDirectoryException || cause instanceof FileAlreadyExistsException) {
      return new OutputException(
          place, "a file stands in the way", "a folder; choose another with --out", cause);
    }
    if (cause instanceof NoSuchFileException) {
      return new OutputException(
          place, "its folder is gone", "a folder that stays while the run goes on", cause);
    }
    String advice = "a place with room that can be written; free some or choose another with --out";
    return new OutputException(place, reason(cause), advice, cause);
  }

  private static String reason(IOException cause) {
    String reason =
        cause instanceof FileSystemException refusal ? refusal.getReason() : cause.getMessage();
    return reason == null ? cause.getClass().getSimpleName() : reason;
  }
}
