package io.ackfin.workload;

import io.ackfin.core.parameter.Parameter;

/**
 * Attention over a paged key-value cache, one task a block and step: per batch and query tile a
 * chain of a HUB and, for each block, QK, SF, PV and UP, of which only the UPs wait for one
 * another.
 */
public record PagedAttention(
    @Parameter(
            value = "how many sequences",
            source = "published: 256 (PR 259)",
            min = 1,
            max = PagedAttention.MOST)
        int batches,
    @Parameter(
            value = "how many tiles of queries each has",
            source = "published: 256 x (1 + 4 x 64) tasks, so 1 (PR 259)",
            min = 1,
            max = PagedAttention.MOST)
        int queryTiles,
    @Parameter(
            value =
                "how many blocks of the cache each tile goes over; batches x queryTiles x (1 + 4 x"
                    + " blocks) is at most 20,000,000",
            source = "published: 64 (PR 259)",
            min = 1,
            max = PagedAttention.MOST)
        int blocks,
    @Parameter(value = "how long QK and PV take", source = "published for a tile task of 64 by 64")
        KernelDuration cube,
    @Parameter(
            value = "how long HUB, SF and UP take",
            source = "published for a tile task of 64 by 64")
        KernelDuration vector)
    implements GroupedGraph {
  private static final int MOST = MOST_TASKS / 5;

  public PagedAttention {
    Range.check("batches", batches, 1, MOST);
    Range.check("queryTiles", queryTiles, 1, MOST / batches);
    Range.check("blocks", blocks, 1, MOST);
    AttentionChain.checkTasks(blocks, (long) batches * queryTiles, blocks);
  }

  /** 256 sequences of one query tile and 64 blocks: 65,792 tasks. */
  public static PagedAttention defaults() {
    return new PagedAttention(256, 1, 64, KernelDuration.DEFAULT, KernelDuration.DEFAULT);
  }

  @Override
  public String kind() {
    return "paged-attention";
  }

  @Override
  public int groups() {
    return batches * queryTiles;
  }

  @Override
  public GroupWriter writer(long seed) {
    return AttentionChain.writer(seed, cube, vector);
  }

  @Override
  public void write(GroupWriter writer, int group) {
    AttentionChain.write(writer, blocks);
  }
}
