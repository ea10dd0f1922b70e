package io.ackfin.tile;

import java.util.List;

/** Compiles a network to a tile program, stage by stage (the package's rule of the compiler). */
public final class TileCompiler {
  private TileCompiler() {}

  /**
   * Compiles.
   *
   * @throws IllegalArgumentException if the network's shapes do not fit one another
   * @throws OutOfArenaException if the live tiles of a step do not fit into the arena
   */
  public static TileProgram compile(Network network, CompileOptions options) {
    ShapeCheck.check(network);
    List<Fusion.Product> products = Fusion.fuse(network.layers());
    List<Tensor> tensors = Padding.pad(network, products, options.tile());
    List<Step> steps = Lowering.lower(products, tensors);
    return Scheduler.schedule(options, tensors, steps);
  }
}
