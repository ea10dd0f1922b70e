package io.ackfin.tile;

import java.util.List;

/**
 * What a network is compiled for.
 *
 * @param tile rows and columns of a tile: 16, 32, 64 or 128
 * @param arenaBytes size of the scratchpad, at least three tiles
 * @param policy how the arena is used
 */
public record CompileOptions(int tile, int arenaBytes, BufferPolicy policy) {
  /** The tiles that there are kernels for. */
  public static final List<Integer> TILES = List.of(16, 32, 64, 128);

  private static final int DEFAULT_TILE = 32;
  private static final int DEFAULT_ARENA = 256 * 1024;
  private static final int LARGEST_ARENA = 1 << 30;
  private static final int TILES_OF_A_STEP = 3;

  public CompileOptions {
    if (!TILES.contains(tile)) {
      throw new IllegalArgumentException("tile: %d (expected: one of %s)".formatted(tile, TILES));
    }
    int least = TILES_OF_A_STEP * bytes(tile);
    if (arenaBytes < least || arenaBytes > LARGEST_ARENA) {
      throw new IllegalArgumentException(
          "arenaBytes: %d (expected: %d to %d; a step has %d tiles of %d)"
              .formatted(arenaBytes, least, LARGEST_ARENA, TILES_OF_A_STEP, bytes(tile)));
    }
  }

  /** Tiles of 32 by 32 in 256 KiB, single-buffered. */
  public static CompileOptions defaults() {
    return new CompileOptions(DEFAULT_TILE, DEFAULT_ARENA, BufferPolicy.SINGLE);
  }

  /** These options with another policy. */
  public CompileOptions with(BufferPolicy other) {
    return new CompileOptions(tile, arenaBytes, other);
  }

  /** Bytes of a tile. */
  public int tileBytes() {
    return bytes(tile);
  }

  private static int bytes(int tile) {
    return Float.BYTES * tile * tile;
  }
}
