package io.ackfin.tile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The last stage: gives every step its addresses and its LOADs (the package's rule of residency),
 * and every output tile its STORE. The two policies differ in which places a LOAD may take, in
 * where accumulators lie, and in when a STORE comes.
 */
final class Scheduler {
  private final CompileOptions options;
  private final List<Tensor> tensors;
  private final List<Step> steps;
  private final boolean pingPong;
  private final Arena arena;
  private final Map<Step.Operand, Integer> lastUses = new LinkedHashMap<>();
  private final List<TileOperation> operations = new ArrayList<>();
  private int accumulators;
  // The step whose output tile is complete and not stored yet, or null; and where it lies.
  private Step unstored;
  private Accumulator unstoredIn;
  private long loadsEliminated;

  /** An accumulator's name in the arena: with ping-pong one of two, otherwise one each. */
  private record Accumulator(int number) {
    @Override
    public String toString() {
      return "accumulator " + number;
    }
  }

  private Scheduler(CompileOptions options, List<Tensor> tensors, List<Step> steps) {
    this.options = options;
    this.tensors = tensors;
    this.steps = steps;
    pingPong = options.policy() == BufferPolicy.DOUBLE;
    arena = new Arena(options.arenaBytes(), options.tileBytes());
    for (int step = 0; step < steps.size(); step++) {
      lastUses.put(steps.get(step).a(), step);
      lastUses.put(steps.get(step).b(), step);
    }
  }

  /**
   * Schedules steps.
   *
   * @throws OutOfArenaException if the live tiles of a step do not fit
   */
  static TileProgram schedule(CompileOptions options, List<Tensor> tensors, List<Step> steps) {
    Scheduler scheduler = new Scheduler(options, tensors, steps);
    for (int step = 0; step < steps.size(); step++) {
      scheduler.schedule(step);
    }
    scheduler.storeUnstored();
    return new TileProgram(
        options,
        tensors,
        scheduler.operations,
        scheduler.arena.peakBytes(),
        scheduler.loadsEliminated);
  }

  private void schedule(int number) {
    Step step = steps.get(number);
    // Both before either is loaded, so that loading one does not evict the other.
    useIfResident(step.a(), number);
    useIfResident(step.b(), number);
    loadIfMissing(step.a(), number);
    loadIfMissing(step.b(), number);
    Accumulator accumulator = accumulator(step, number);
    arena.use(accumulator, number);
    operations.add(
        new TileOperation.Exec(
            step.m(),
            step.n(),
            step.k(),
            arena.address(step.a()),
            arena.address(step.b()),
            arena.address(accumulator)));
    freeAfterLastUse(step.a(), number);
    freeAfterLastUse(step.b(), number);
    if (step.first() && pingPong) {
      storeUnstored();
    }
    if (step.last()) {
      unstored = step;
      unstoredIn = accumulator;
      if (!pingPong) {
        storeUnstored();
      }
    }
  }

  private void useIfResident(Step.Operand operand, int step) {
    if (arena.address(operand) != Arena.NONE) {
      arena.use(operand, step);
      loadsEliminated++;
    }
  }

  private void loadIfMissing(Step.Operand operand, int step) {
    if (arena.address(operand) != Arena.NONE) {
      return;
    }
    if (unstored != null && operand.equals(outputTile(unstored))) {
      storeUnstored();
    }
    Tensor tensor = tensors.get(operand.tensor());
    int address = allocate(operand, step, tensor.tileName(operand.row(), operand.column()));
    operations.add(
        new TileOperation.Load(
            operand.tensor(),
            operand.row(),
            operand.column(),
            address,
            options.tileBytes(),
            tensor.layout()));
  }

  private static Step.Operand outputTile(Step step) {
    return new Step.Operand(step.output(), step.m(), step.n());
  }

  /** A place for a tile that is used by a step. */
  private int allocate(Object tile, int step, String name) {
    // With ping-pong the step before may still read what it used when this step's LOADs run.
    boolean mayBeRead = pingPong && tile instanceof Step.Operand;
    int free = arena.firstFree(mayBeRead ? step - 1 : Integer.MAX_VALUE);
    if (free == Arena.NONE) {
      Step.Operand victim = arena.leastRecentlyUsed(pingPong ? step - 1 : step);
      if (victim == null) {
        throw new OutOfArenaException(name, options, step, arena.describe(tensors));
      }
      free = arena.address(victim);
      arena.remove(victim);
    }
    arena.put(tile, free, step);
    return free;
  }

  private Accumulator accumulator(Step step, int number) {
    if (step.first()) {
      accumulators++;
    }
    Accumulator accumulator = new Accumulator(pingPong ? accumulators % 2 : accumulators);
    if (step.first() && arena.address(accumulator) == Arena.NONE) {
      String tile = tensors.get(step.output()).tileName(step.m(), step.n());
      allocate(accumulator, number, "accumulator of " + tile);
    }
    return accumulator;
  }

  private void freeAfterLastUse(Step.Operand operand, int step) {
    if (lastUses.get(operand) == step) {
      arena.remove(operand);
    }
  }

  private void storeUnstored() {
    if (unstored == null) {
      return;
    }
    operations.add(
        new TileOperation.Store(
            unstored.output(),
            unstored.m(),
            unstored.n(),
            arena.address(unstoredIn),
            options.tileBytes(),
            unstored.relu()));
    if (!pingPong) {
      arena.remove(unstoredIn);
    }
    unstored = null;
  }
}
