package io.ackfin.runtime.tile;

/**
 * Runs tile programs. One run at a time, by one thread; {@link #close} when no more are to come.
 */
public interface TileEngine extends AutoCloseable {
  /**
   * Runs a program once.
   *
   * @param memory its tensors; the result is in there afterwards
   * @throws TileRunException if something failed, was interrupted or took too long; then the memory
   *     holds some of the result
   */
  TileStatistics run(PreparedProgram program, TileMemory memory);

  @Override
  void close();
}
