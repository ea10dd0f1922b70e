package io.ackfin.verify;

import io.ackfin.handshake.Book;
import io.ackfin.handshake.ClusterSearch;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Room;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;

/**
 * Where a thread may put a task: the one place that the cluster search finds, or, if any core is as
 * good as another, every place with room. Places name clusters by their number on the chip.
 */
final class Places {
  private static final int POSITIONS = 3;
  private static final int POSITION_BITS = 6;
  private static final int POSITION_MASK = (1 << POSITION_BITS) - 1;
  private static final int NO_CORE = 3;

  private final HandshakeParts parts;
  private final BoundedSystem system;
  private final int[][] coreAt;
  private final int[] clusterOf;
  private final int[] positionOf;
  private final ClusterSearch.Request[] requests;
  private final boolean mayWait;

  private final int[] clusters;
  private int ownClusters;
  private final int[] found = new int[BoundedSystem.MOST_CORES * BoundedSystem.MOST_CORES];
  private int foundCount;
  private long[] situation;

  Places(HandshakeParts parts) {
    this.parts = parts;
    system = parts.system();
    mayWait = system.paths() != PendingDispatch.SKIP;
    clusters = new int[system.clusters()];
    coreAt = new int[system.clusters()][POSITIONS];
    clusterOf = new int[system.cores()];
    positionOf = new int[system.cores()];
    for (int cluster = 0; cluster < system.clusters(); cluster++) {
      for (int position = 0; position < POSITIONS; position++) {
        int core = Cores.at(system, cluster, position);
        coreAt[cluster][position] = core;
        if (core != Cores.NONE) {
          clusterOf[core] = cluster;
          positionOf[core] = position;
        }
      }
    }
    ResourceShape[] shapes = ResourceShape.values();
    requests = new ClusterSearch.Request[shapes.length];
    for (ResourceShape shape : shapes) {
      requests[shape.ordinal()] = ClusterSearch.Request.of(shape.mask(), system.placement());
    }
  }

  /** Whether a thread owns a core. */
  boolean owns(long[] now, int thread, int core) {
    return owner(now, clusterOf[core]) == thread;
  }

  /** The thread that owns a cluster. */
  int owner(long[] now, int cluster) {
    if (parts.features().handOver()) {
      return parts.layout().owners.get(now) >>> cluster & 1;
    }
    return firstOwner(system, cluster);
  }

  /** Contiguous ranges, the first ones a cluster more where they do not divide evenly. */
  static int firstOwner(BoundedSystem system, int cluster) {
    int mine = (system.clusters() + system.threads() - 1) / system.threads();
    return cluster < mine ? 0 : 1;
  }

  /** Whether a core is one that a task of one subtask needs. */
  boolean isKind(int core, ResourceShape shape) {
    return (positionOf[core] == 0) == (shape.cubes() == 1);
  }

  /** The core of a subslot at a place. */
  int core(int place, Subslot subslot) {
    return coreAt[ClusterSearch.cluster(place)][ClusterSearch.position(place, subslot)];
  }

  /** The place of a task of one subtask on a core. */
  int of(int core, ResourceShape shape) {
    return shape.cubes() == 1
        ? place(clusterOf[core], 0, NO_CORE, NO_CORE)
        : place(clusterOf[core], NO_CORE, positionOf[core], NO_CORE);
  }

  /** Looks for places of a thread's for a shape; {@link #found} and {@link #place} tell them. */
  void find(int thread, ResourceShape shape, long[] now) {
    situation = now;
    foundCount = 0;
    ownClusters = 0;
    for (int cluster = 0; cluster < clusters.length; cluster++) {
      if (owner(now, cluster) == thread) {
        clusters[ownClusters++] = cluster;
      }
    }
    if (system.anyCore()) {
      for (int i = 0; i < ownClusters; i++) {
        findAny(clusters[i], shape);
      }
      return;
    }
    int place = ClusterSearch.find(this::room, ownClusters, requests[shape.ordinal()], mayWait);
    if (place != ClusterSearch.NOWHERE) {
      int cluster = clusters[ClusterSearch.cluster(place)];
      found[foundCount++] = (place & POSITION_MASK) | cluster << POSITION_BITS;
    }
  }

  int found() {
    return foundCount;
  }

  int place(int position) {
    return found[position];
  }

  private Room room(int ownCluster, int position) {
    return roomAt(clusters[ownCluster], position);
  }

  private Room roomAt(int cluster, int position) {
    int core = coreAt[cluster][position];
    if (core == Cores.NONE || parts.layout().cores[core].closed.isSet(situation)) {
      return Room.NONE;
    }
    return Book.room(parts.book(situation, core));
  }

  private void findAny(int cluster, ResourceShape shape) {
    if (shape.cubes() == 1 && !fits(cluster, 0)) {
      return;
    }
    int cube = shape.cubes() == 1 ? 0 : NO_CORE;
    boolean first = fits(cluster, 1);
    boolean second = fits(cluster, 2);
    switch (shape.vectors()) {
      case 0 -> add(place(cluster, cube, NO_CORE, NO_CORE), true);
      case 1 -> {
        add(place(cluster, cube, 1, NO_CORE), first);
        add(place(cluster, cube, 2, NO_CORE), second);
      }
      default -> {
        add(place(cluster, cube, firstOfTwo(cluster), 2), first && second);
      }
    }
  }

  /** Of both vector cores, which one the first of two subtasks goes to: as the search has it. */
  private int firstOfTwo(int cluster) {
    boolean secondHasMore = roomAt(cluster, 2).compareTo(roomAt(cluster, 1)) > 0;
    return system.placement() == Placement.SELECT_AIV && secondHasMore ? 2 : 1;
  }

  private boolean fits(int cluster, int position) {
    Room room = roomAt(cluster, position);
    return room == Room.IDLE || (room == Room.PENDING_FREE && mayWait);
  }

  private void add(int place, boolean fits) {
    if (fits) {
      found[foundCount++] = place;
    }
  }

  private static int place(int cluster, int cube, int first, int second) {
    return cluster << POSITION_BITS | second << 4 | first << 2 | cube;
  }
}
