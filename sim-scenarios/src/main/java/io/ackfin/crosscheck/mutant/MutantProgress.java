package io.ackfin.crosscheck.mutant;

/** Is told how far a table of mutants is. Called by the thread that makes the table. */
@FunctionalInterface
public interface MutantProgress {
  /**
   * A row, or a run without a fault, was done.
   *
   * @param done how many of them
   * @param all how many there are
   * @param what the one just done, for people
   */
  void on(int done, int all, String what);
}
