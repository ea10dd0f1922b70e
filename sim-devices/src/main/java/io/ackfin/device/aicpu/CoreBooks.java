package io.ackfin.device.aicpu;

import io.ackfin.handshake.Book;
import io.ackfin.handshake.Tables;
import java.util.Arrays;

/**
 * The books of all cores of a chip. A book belongs to its core; at any time one thread owns the
 * core and is the only one to use it. Not thread-safe.
 */
public final class CoreBooks {
  private final long[] books;

  /** Books of {@code cores} cores that were never given anything. */
  public CoreBooks(Tables tables, int cores) {
    books = new long[cores];
    Arrays.fill(books, Book.initial(tables));
  }

  /** A core's book. */
  public long of(int core) {
    return books[core];
  }

  void set(int core, long book) {
    books[core] = book;
  }
}
