package io.ackfin.verify.naive;

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
 * A bounded system for a test, from the smallest one: one thread, one cube core, one task. Every
 * method changes the draft and gives it back.
 */
public final class SystemDraft {
  private final Protocol protocol;
  private int threads = 1;
  private int cubes = 1;
  private int vectors;
  private int tasks = 1;
  private List<ResourceShape> shapes = List.of(ResourceShape.AIC_ONLY);
  private Placement placement = Placement.BY_SUBSLOT;
  private PendingDispatch paths = PendingDispatch.BOTH;
  private boolean anyCore;
  private StoreOrder memory = StoreOrder.of(MemoryMode.IN_ORDER);
  private boolean outputPosted;
  private KernelSync kernelSync = KernelSync.NONE;
  private boolean handOver;
  private boolean gated;
  private Shutdown shutdown = Shutdown.NORMAL;

  private SystemDraft(Protocol protocol) {
    this.protocol = protocol;
  }

  /** The smallest system with a protocol. */
  public static SystemDraft of(Protocol protocol) {
    return new SystemDraft(protocol);
  }

  /** Scheduler threads. */
  public SystemDraft threads(int number) {
    threads = number;
    return this;
  }

  /** Cube and vector cores. */
  public SystemDraft cores(int ofCubes, int ofVectors) {
    cubes = ofCubes;
    vectors = ofVectors;
    return this;
  }

  /** Tasks, and the shapes that they have in turn; the shapes stay if none is named. */
  public SystemDraft tasks(int number, ResourceShape... inTurn) {
    tasks = number;
    shapes = inTurn.length == 0 ? shapes : List.of(inTurn);
    return this;
  }

  /** Where two vector subtasks go. */
  public SystemDraft placed(Placement other) {
    placement = other;
    return this;
  }

  /** Which ways put a task behind a running one. */
  public SystemDraft by(PendingDispatch otherPaths) {
    paths = otherPaths;
    return this;
  }

  /** A task may go to any core with room. */
  public SystemDraft anyCore() {
    anyCore = true;
    return this;
  }

  /** The order of stores; with relaxed memory every place is movable. */
  public SystemDraft memory(MemoryMode mode) {
    return memory(StoreOrder.of(mode));
  }

  /** The order of stores. */
  public SystemDraft memory(StoreOrder order) {
    memory = order;
    return this;
  }

  /** The output of kernels becomes visible later than their end. */
  public SystemDraft outputPosted() {
    outputPosted = true;
    return this;
  }

  /** How the kernels of a task wait for each other. */
  public SystemDraft kernels(KernelSync sync) {
    kernelSync = sync;
    return this;
  }

  /** Cores may change hands. */
  public SystemDraft handOver() {
    handOver = true;
    return this;
  }

  /** Task 2 needs task 1; the protocol must have early staging. */
  public SystemDraft gated() {
    gated = true;
    return this;
  }

  /** When and by whom the run is ended. */
  public SystemDraft ending(Shutdown other) {
    shutdown = other;
    return this;
  }

  /** The system. */
  public BoundedSystem system() {
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
        gated,
        shutdown);
  }

  /** Explores the system. */
  public Result explore() {
    return NaiveExplorer.explore(system());
  }
}
