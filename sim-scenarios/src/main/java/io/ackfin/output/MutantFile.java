package io.ackfin.output;

import io.ackfin.crosscheck.mutant.MutantPage;
import io.ackfin.crosscheck.mutant.MutantResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The page of what the cross-check finds, as a file. */
public final class MutantFile {
  private static final String PAGE = "mutants.md";

  private MutantFile() {}

  /**
   * Writes the page into a folder, which is made if it is missing; an earlier page is replaced
   * whole or not at all.
   *
   * @return where it is
   * @throws OutputException if it cannot be written
   */
  public static Path write(Path folder, MutantResult result) {
    Path page = folder.resolve(PAGE);
    Path part = folder.resolve(PAGE + ".part");
    try {
      MutantPage.write(result, part);
      return Files.move(part, page, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw OutputException.of(page, e);
    }
  }
}
