package io.ackfin.verify.naive;

import io.ackfin.handshake.Book;
import io.ackfin.handshake.ClusterSearch;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Room;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import io.ackfin.verify.BoundedSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a thread may send a task. Places are those of {@link ClusterSearch}, but with the cluster's
 * number on the chip instead of its number among the thread's.
 */
final class Places {
  private static final int CUBE = 0;
  private static final int FIRST_VECTOR = 1;
  private static final int SECOND_VECTOR = 2;
  private static final int NO_CORE = 3;
  private static final int PLACE_BITS = 2 * Subslot.COUNT;

  private final World world;
  private final Situation now;
  private final int thread;
  private final ResourceShape shape;
  private final boolean mayWait;

  private Places(World world, Situation now, int thread, ResourceShape shape) {
    this.world = world;
    this.now = now;
    this.thread = thread;
    this.shape = shape;
    mayWait = world.system().paths() != PendingDispatch.SKIP;
  }

  static List<Integer> of(World world, Situation now, int thread, ResourceShape shape) {
    Places places = new Places(world, now, thread, shape);
    return world.system().anyCore() ? places.withRoom() : places.firstFit();
  }

  /** The place on one core of a task that needs no more. */
  static int single(World.Site site, ResourceShape shape) {
    return shape.cubes() == 1
        ? place(site.cluster(), site.position(), NO_CORE, NO_CORE)
        : place(site.cluster(), NO_CORE, site.position(), NO_CORE);
  }

  private static int place(int cluster, int cube, int first, int second) {
    return cluster << PLACE_BITS | second << 4 | first << 2 | cube;
  }

  private List<Integer> ownClusters() {
    return IntStream.range(0, world.system().clusters())
        .filter(cluster -> now.owns(thread, cluster))
        .boxed()
        .toList();
  }

  private Room room(int cluster, int position) {
    int core = world.coreAt(cluster, position);
    return core < 0 ? Room.NONE : Book.room(now.cores.get(core).book);
  }

  private List<Integer> firstFit() {
    List<Integer> own = ownClusters();
    BoundedSystem system = world.system();
    int found =
        ClusterSearch.find(
            (cluster, position) -> room(own.get(cluster), position),
            own.size(),
            ClusterSearch.Request.of(shape.mask(), system.placement()),
            mayWait);
    if (found == ClusterSearch.NOWHERE) {
      return List.of();
    }
    int cluster = ClusterSearch.cluster(found);
    return List.of(found - (cluster << PLACE_BITS) + (own.get(cluster) << PLACE_BITS));
  }

  private boolean fits(int cluster, int position) {
    Room least = mayWait ? Room.PENDING_FREE : Room.IDLE;
    return room(cluster, position).compareTo(least) >= 0;
  }

  /** Every cluster with room and, for one vector subtask, either vector core with room. */
  private List<Integer> withRoom() {
    List<Integer> places = new ArrayList<>();
    for (int cluster : ownClusters()) {
      if (shape.cubes() == 1 && !fits(cluster, CUBE)) {
        continue;
      }
      int cube = shape.cubes() == 1 ? CUBE : NO_CORE;
      for (int first : firstVectors(cluster)) {
        int second = shape.vectors() == 2 ? SECOND_VECTOR : NO_CORE;
        places.add(place(cluster, cube, first, second));
      }
    }
    return places;
  }

  private List<Integer> firstVectors(int cluster) {
    List<Integer> fitting =
        IntStream.of(FIRST_VECTOR, SECOND_VECTOR).filter(v -> fits(cluster, v)).boxed().toList();
    return switch (shape.vectors()) {
      case 0 -> List.of(NO_CORE);
      case 1 -> fitting;
      default -> fitting.size() < 2 ? List.of() : List.of(firstOfTwo(cluster));
    };
  }

  /** Which vector core the first of two subtasks goes to. */
  private int firstOfTwo(int cluster) {
    boolean byRoom = world.system().placement() == Placement.SELECT_AIV;
    boolean secondHasMore = room(cluster, SECOND_VECTOR).compareTo(room(cluster, FIRST_VECTOR)) > 0;
    return byRoom && secondHasMore ? SECOND_VECTOR : FIRST_VECTOR;
  }
}
