package io.ackfin.device.aicpu;

import io.ackfin.handshake.Book;
import io.ackfin.handshake.ClusterSearch;
import io.ackfin.handshake.Room;

/**
 * The cores of one thread, a contiguous range of clusters of the chip, and which of them have to be
 * polled. The books belong to the cores; the array is shared by all threads, each of which touches
 * its own part.
 */
final class ThreadCores implements ClusterSearch.Rooms {
  private final ThreadIdentity identity;
  private final CoreBooks books;
  private final RunningList cubes;
  private final RunningList vectors;

  ThreadCores(ThreadIdentity identity, CoreBooks books) {
    this.identity = identity;
    this.books = books;
    cubes = new RunningList(identity.clusters() * identity.cubes());
    vectors = new RunningList(identity.clusters() * identity.vectors());
  }

  int clusters() {
    return identity.clusters();
  }

  int count() {
    return identity.clusters() * identity.coresPerCluster();
  }

  /** The chip's number of the thread's core at an index, 0 to {@link #count} - 1. */
  int core(int index) {
    return identity.firstCluster() * identity.coresPerCluster() + index;
  }

  /** Whether a core is one of the thread's. */
  boolean owns(int core) {
    return indexOf(core) >= 0 && indexOf(core) < count();
  }

  /** The index of a core that the thread owns. */
  int indexOf(int core) {
    return core - core(0);
  }

  /** The chip's number of the core at a position (0 cube, 1 and 2 vector) of a cluster. */
  int core(int cluster, int position) {
    int withinCluster = position - 1 + identity.cubes();
    return core(cluster * identity.coresPerCluster() + withinCluster);
  }

  @Override
  public Room at(int cluster, int position) {
    boolean exists = position == 0 ? identity.cubes() == 1 : position <= identity.vectors();
    return exists ? roomOf(core(cluster, position)) : Room.NONE;
  }

  Room roomOf(int core) {
    return Book.room(books.of(core));
  }

  long book(int core) {
    return books.of(core);
  }

  void setBook(int core, long book) {
    books.set(core, book);
  }

  /** The running cores of one kind. */
  RunningList running(boolean cube) {
    return cube ? cubes : vectors;
  }

  void startPolling(int core) {
    running(isCube(core)).add(core);
  }

  private boolean isCube(int core) {
    return identity.cubes() == 1 && core % identity.coresPerCluster() == 0;
  }
}
