package io.ackfin.handshake;

import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;

/**
 * Where a task goes: the first cluster, from a thread's cluster 0 on, whose cores have the room
 * that the task needs, and which core each subtask gets.
 *
 * <p>Two passes: a cluster whose needed cores are all idle; failing that, a cluster whose needed
 * cores are each idle or have an empty pending slot. For one vector subtask the order within a
 * cluster is: first vector core idle, second idle, first pending-free, second pending-free.
 *
 * <p>A found place is an {@code int}: the cluster, and for each subslot two bits with the position
 * of its core in the cluster (0 cube, 1 and 2 vector), 3 for a subslot that the task does not have.
 * Stateless; any thread.
 */
public final class ClusterSearch {
  /** No cluster has room. */
  public static final int NOWHERE = -1;

  private static final int NO_CORE = 3;
  private static final int PLACE_BITS = 2 * Subslot.COUNT;
  private static final int FIRST_VECTOR = 1;
  private static final int SECOND_VECTOR = 2;

  private ClusterSearch() {}

  /** The rooms of a thread's cores. */
  public interface Rooms {
    /**
     * The room of the core at a position (0 cube, 1 and 2 vector) of a cluster; {@link Room#NONE}
     * where the cluster has no such core.
     */
    Room at(int cluster, int position);
  }

  /**
   * What is to be placed.
   *
   * @param activeMask the task's subtasks
   * @param shape the mask's shape
   * @param placement how two vector subtasks are placed
   */
  public record Request(int activeMask, ResourceShape shape, Placement placement) {
    /** A request for a task with the given subtasks. */
    public static Request of(int activeMask, Placement placement) {
      return new Request(activeMask, ResourceShape.ofMask(activeMask), placement);
    }
  }

  /**
   * Finds a place.
   *
   * @param rooms the thread's cores
   * @param clusters how many clusters the thread has
   * @param request the task
   * @param mayWait whether a task may be put behind a running one (the second pass)
   * @return the place, or {@link #NOWHERE}
   */
  public static int find(Rooms rooms, int clusters, Request request, boolean mayWait) {
    int idle = firstFit(rooms, clusters, request, Room.IDLE);
    return idle != NOWHERE || !mayWait
        ? idle
        : firstFit(rooms, clusters, request, Room.PENDING_FREE);
  }

  /** The cluster of a place. */
  public static int cluster(int place) {
    return place >>> PLACE_BITS;
  }

  /** The core's position in the cluster for a subslot of the task. */
  public static int position(int place, Subslot subslot) {
    return (place >>> (2 * subslot.ordinal())) & NO_CORE;
  }

  private static int firstFit(Rooms rooms, int clusters, Request request, Room least) {
    ResourceShape shape = request.shape();
    for (int cluster = 0; cluster < clusters; cluster++) {
      if (fits(rooms, cluster, shape, least)) {
        return place(rooms, cluster, request);
      }
    }
    return NOWHERE;
  }

  private static boolean fits(Rooms rooms, int cluster, ResourceShape shape, Room least) {
    if (shape.cubes() == 1 && !has(rooms, cluster, 0, least)) {
      return false;
    }
    int vectors =
        (has(rooms, cluster, FIRST_VECTOR, least) ? 1 : 0)
            + (has(rooms, cluster, SECOND_VECTOR, least) ? 1 : 0);
    return vectors >= shape.vectors();
  }

  private static boolean has(Rooms rooms, int cluster, int position, Room least) {
    return rooms.at(cluster, position).compareTo(least) >= 0;
  }

  private static int place(Rooms rooms, int cluster, Request request) {
    int cube = Subslot.AIC.in(request.activeMask()) ? 0 : NO_CORE;
    int first = NO_CORE;
    int second = NO_CORE;
    if (request.shape().vectors() == 2) {
      boolean asTheOriginal = request.placement() == Placement.SELECT_AIV;
      first = asTheOriginal ? oneVector(rooms, cluster) : FIRST_VECTOR;
      second = SECOND_VECTOR;
    } else if (Subslot.AIV0.in(request.activeMask())) {
      first = oneVector(rooms, cluster);
    } else if (Subslot.AIV1.in(request.activeMask())) {
      second = oneVector(rooms, cluster);
    }
    return (cluster << PLACE_BITS) | (second << 4) | (first << 2) | cube;
  }

  private static int oneVector(Rooms rooms, int cluster) {
    Room first = rooms.at(cluster, FIRST_VECTOR);
    Room second = rooms.at(cluster, SECOND_VECTOR);
    return first.compareTo(second) >= 0 ? FIRST_VECTOR : SECOND_VECTOR;
  }
}
