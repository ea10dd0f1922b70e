package io.ackfin.verify;

import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Protocol;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import java.util.List;

/**
 * Builds a bounded system from the plainest one: one thread, one cube core, four tasks of one cube
 * subtask, both ways behind a running task, the first core that fits, stores visible in order, a
 * normal end. Not thread-safe.
 */
public final class SystemBuilder {
  private static final int TASKS = 4;

  private final Protocol protocol;
  private int threads = 1;
  private int cubes = 1;
  private int vectors;
  private int tasks = TASKS;
  private List<ResourceShape> shapes = List.of(ResourceShape.AIC_ONLY);
  private Placement placement = Placement.BY_SUBSLOT;
  private PendingDispatch paths = PendingDispatch.BOTH;
  private boolean anyCore;
  private StoreOrder memory = StoreOrder.of(MemoryMode.IN_ORDER);
  private boolean outputPosted;
  private KernelSync kernelSync = KernelSync.NONE;
  private boolean handOver;
  private Shutdown shutdown = Shutdown.NORMAL;

  private SystemBuilder(Protocol protocol) {
    this.protocol = protocol;
  }

  /** Of a handshake; with early staging, task 2 is gated on task 1. */
  public static SystemBuilder of(Protocol protocol) {
    return new SystemBuilder(protocol);
  }

  public SystemBuilder threads(int count) {
    threads = count;
    return this;
  }

  public SystemBuilder cores(int cubeCores, int vectorCores) {
    cubes = cubeCores;
    vectors = vectorCores;
    return this;
  }

  public SystemBuilder tasks(int count) {
    tasks = count;
    return this;
  }

  public SystemBuilder shapes(ResourceShape... each) {
    shapes = List.of(each);
    return this;
  }

  public SystemBuilder placement(Placement of) {
    placement = of;
    return this;
  }

  public SystemBuilder paths(PendingDispatch of) {
    paths = of;
    return this;
  }

  public SystemBuilder anyCore(boolean wanted) {
    anyCore = wanted;
    return this;
  }

  public SystemBuilder memory(StoreOrder of) {
    memory = of;
    return this;
  }

  public SystemBuilder outputPosted(boolean wanted) {
    outputPosted = wanted;
    return this;
  }

  public SystemBuilder kernelSync(KernelSync of) {
    kernelSync = of;
    return this;
  }

  public SystemBuilder handOver(boolean wanted) {
    handOver = wanted;
    return this;
  }

  public SystemBuilder shutdown(Shutdown of) {
    shutdown = of;
    return this;
  }

  /**
   * The system.
   *
   * @throws IllegalArgumentException if it is not one that can be explored
   */
  public BoundedSystem build() {
    return new BoundedSystem(
        protocol,
        threads,
        cubes,
        vectors,
        tasks,
        shapes,
        placement,
        paths,
        anyCore,
        memory,
        outputPosted,
        kernelSync,
        handOver,
        protocol.staging(),
        shutdown);
  }
}
