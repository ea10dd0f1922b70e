package io.ackfin.verify;

import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Protocol;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import java.util.List;

/**
 * What is explored: a handshake, and a chip and a workload small enough for every order of steps.
 * Immutable.
 *
 * @param protocol the handshake
 * @param threads scheduler threads, 1 or 2; clusters are dealt to them in contiguous ranges
 * @param cubes cube cores, one a cluster
 * @param vectors vector cores, up to two a cluster
 * @param tasks how many tasks, 1 to {@value #MOST_ORDINALS}; all may become ready at any time
 * @param shapes task i, from 1, has the shape (i - 1) modulo their number
 * @param placement where tasks with two vector subtasks go
 * @param paths which ways may put a task behind a running one
 * @param anyCore whether a task may go to any core with room, not only to the first that the
 *     cluster search finds
 * @param memory the order of the threads' stores
 * @param outputPosted whether the output of a kernel becomes visible later than its end
 * @param kernelSync how the kernels of one task wait for each other
 * @param handOver whether cores may change hands once, at any moment
 * @param gated whether task 2 needs task 1 and may be dispatched before that is complete
 * @param shutdown when and by whom the run is ended
 */
public record BoundedSystem(
    Protocol protocol,
    int threads,
    int cubes,
    int vectors,
    int tasks,
    List<ResourceShape> shapes,
    Placement placement,
    PendingDispatch paths,
    boolean anyCore,
    StoreOrder memory,
    boolean outputPosted,
    KernelSync kernelSync,
    boolean handOver,
    boolean gated,
    Shutdown shutdown) {
  /** The most dispatches that one core may get. */
  public static final int MOST_ORDINALS = 15;

  /** The most cores. */
  public static final int MOST_CORES = 4;

  public BoundedSystem {
    shapes = List.copyOf(shapes);
    SystemChecks.require(threads >= 1 && threads <= 2, "threads", threads, "1 or 2");
    SystemChecks.require(cubes >= 0 && vectors >= 0, "cores", cubes + "+" + vectors, "0 or more");
    int cores = cubes + vectors;
    SystemChecks.require(
        cores >= 1 && cores <= MOST_CORES, "cores", cores, "1 to " + MOST_CORES + " in all");
    SystemChecks.require(
        tasks >= 1 && tasks <= MOST_ORDINALS, "tasks", tasks, "1 to " + MOST_ORDINALS);
    SystemChecks.require(!shapes.isEmpty(), "shapes", "none", "at least one");
    SystemChecks.shapesFit(cubes, vectors, shapes);
    SystemChecks.ordinals(tasks, shapes, placement);
    SystemChecks.require(!handOver || threads == 2, "hand-over with threads", threads, "2");
    SystemChecks.require(!gated || tasks >= 2, "gated with tasks", tasks, "2 or more");
    SystemChecks.require(
        gated == protocol.staging(), "gated", gated, "as early staging in the protocol");
  }

  /** Clusters: as many as the cube cores or the pairs of vector cores need. */
  public int clusters() {
    return Math.max(cubes, (vectors + 1) / 2);
  }

  /** Cores, numbered through the clusters: of each the cube core, then the vector cores. */
  public int cores() {
    return cubes + vectors;
  }

  /** The shape of a task, counted from 1. */
  public ResourceShape shape(int task) {
    return shapes.get((task - 1) % shapes.size());
  }
}
