package io.ackfin.runtime.tile;

import io.ackfin.runtime.agent.AgentLoop;
import io.ackfin.runtime.agent.BoundedWait;
import io.ackfin.runtime.agent.InterruptedWaitException;
import io.ackfin.runtime.agent.RunControl;
import io.ackfin.runtime.agent.WaitKind;

/** Data moves on the caller's thread while a second one computes (the package's rule). */
public final class ThreadedEngine implements TileEngine {
  /** Items of each ring, unless stated otherwise. */
  public static final int RING_ITEMS = 16;

  private static final int THREADS = 2;
  private static final int DMA = 0;
  private static final int COMPUTE = 1;
  private static final long LIMIT_NS = 10_000_000_000L;
  private static final long CLOSE_LIMIT_MS = 10_000;

  private final ProductKernel kernel;
  private final int ringItems;
  private final WaitKind wait;
  private final long limitNs;
  private final ComputeThread thread = new ComputeThread();

  /** An engine with rings of 16 items, whose threads wait as suits the number of processors. */
  public ThreadedEngine(ProductKernel kernel) {
    this(
        kernel,
        RING_ITEMS,
        WaitKind.forThreads(THREADS, Runtime.getRuntime().availableProcessors()),
        LIMIT_NS);
  }

  /**
   * An engine.
   *
   * @param ringItems how many items each ring holds: a power of two
   * @param wait how its threads wait for one another
   * @param limitNs how long a run may make no progress, in nanoseconds; more than an EXEC takes
   */
  public ThreadedEngine(ProductKernel kernel, int ringItems, WaitKind wait, long limitNs) {
    this.kernel = kernel;
    this.ringItems = ringItems;
    this.wait = wait;
    this.limitNs = limitNs;
  }

  @Override
  public TileStatistics run(PreparedProgram program, TileMemory memory) {
    TileRun run = new TileRun(program, ringItems);
    DmaAgent dma = new DmaAgent(run, memory);
    ComputeAgent compute = new ComputeAgent(run, kernel);
    return run(run, dma, compute);
  }

  /** Runs with agents that the caller made. */
  TileStatistics run(TileRun run, DmaAgent dma, ComputeAgent compute) {
    RunControl control = new RunControl(THREADS);
    AgentLoop.Limits limits = new AgentLoop.Limits(limitNs, 0);
    thread.submit(new AgentLoop(compute, COMPUTE, control, wait.create(), limits, run::progress));
    new AgentLoop(dma, DMA, control, wait.create(), limits, run::progress).run();
    awaitCompute(dma, control);
    RunControl.Failure failure = control.failure();
    if (failure != null) {
      if (failure.cause() instanceof InterruptedWaitException) {
        Thread.currentThread().interrupt();
      }
      throw new TileRunException(failure);
    }
    return statistics(dma, compute);
  }

  /** The compute thread ends its run by itself: at its end, or because the run was aborted. */
  private void awaitCompute(DmaAgent dma, RunControl control) {
    BoundedWait ending = new BoundedWait(dma, control, wait.create());
    ending.begin(limitNs, () -> "the compute thread to end the run", false);
    while (!control.hasEnded(COMPUTE)) {
      try {
        ending.goesOn();
      } catch (InterruptedWaitException interrupt) {
        control.abort(dma.name(), interrupt);
      }
    }
  }

  private static TileStatistics statistics(DmaAgent dma, ComputeAgent compute) {
    long first = Math.min(dma.busy().first(), compute.busy().first());
    long last = Math.max(dma.busy().last(), compute.busy().last());
    return new TileStatistics(
        dma.loads(),
        compute.done(),
        dma.stores(),
        dma.busy().sum(),
        compute.busy().sum(),
        dma.busy().overlap(compute.busy()),
        WaitTimes.merged(dma.waits(), compute.waits()),
        last - first);
  }

  /** Whether its compute thread is there. */
  boolean threadIsAlive() {
    return thread.isAlive();
  }

  @Override
  public void close() {
    thread.end(CLOSE_LIMIT_MS);
  }
}
