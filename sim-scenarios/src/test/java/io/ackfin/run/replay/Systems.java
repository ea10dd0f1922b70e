package io.ackfin.run.replay;

import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Protocol;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.Shutdown;
import io.ackfin.verify.StoreOrder;
import java.util.List;

/**
 * Builds bounded systems: one thread, one cube core, tasks for it, everything in order; each method
 * changes one thing.
 */
public final class Systems {
  private final Protocol protocol;
  private int threads = 1;
  private int cubes = 1;
  private int vectors;
  private final int tasks;
  private List<ResourceShape> shapes = List.of(ResourceShape.AIC_ONLY);
  private Placement placement = Placement.BY_SUBSLOT;
  private PendingDispatch paths = PendingDispatch.BOTH;
  private StoreOrder memory = StoreOrder.of(MemoryMode.IN_ORDER);
  private boolean outputPosted;
  private KernelSync kernelSync = KernelSync.NONE;
  private boolean handOver;
  private Shutdown shutdown = Shutdown.NORMAL;

  private Systems(Protocol protocol, int tasks) {
    this.protocol = protocol;
    this.tasks = tasks;
  }

  /** The smallest system with a protocol and so many tasks. */
  public static Systems of(Protocol protocol, int tasks) {
    return new Systems(protocol, tasks);
  }

  Systems threads(int changed) {
    threads = changed;
    return this;
  }

  Systems cores(int ofCubes, int ofVectors) {
    cubes = ofCubes;
    vectors = ofVectors;
    return this;
  }

  Systems shapes(ResourceShape... changed) {
    shapes = List.of(changed);
    return this;
  }

  Systems placement(Placement changed) {
    placement = changed;
    return this;
  }

  Systems paths(PendingDispatch changed) {
    paths = changed;
    return this;
  }

  Systems memory(MemoryMode mode) {
    return memory(StoreOrder.of(mode));
  }

  Systems memory(StoreOrder changed) {
    memory = changed;
    return this;
  }

  Systems outputPosted() {
    outputPosted = true;
    return this;
  }

  Systems kernelSync(KernelSync changed) {
    kernelSync = changed;
    return this;
  }

  Systems handOver() {
    handOver = true;
    return this;
  }

  Systems shutdown(Shutdown changed) {
    shutdown = changed;
    return this;
  }

  /** The system; a task goes to the first place that the cluster search finds. */
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
        false,
        memory,
        outputPosted,
        kernelSync,
        handOver,
        protocol.staging(),
        shutdown);
  }
}
