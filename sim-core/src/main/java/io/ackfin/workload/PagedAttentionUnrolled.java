package io.ackfin.workload;

import io.ackfin.core.parameter.Parameter;

/**
 * As {@link PagedAttention}, with several blocks of the cache in one task: fewer and longer tasks.
 * A task's duration is stated, not computed from its blocks.
 */
public record PagedAttentionUnrolled(
    @Parameter(
            value = "how many sequences",
            source = "published: 256 (PR 259)",
            min = 1,
            max = PagedAttentionUnrolled.MOST)
        int batches,
    @Parameter(
            value = "how many blocks of the cache each sequence goes over",
            source = "published: 64 (PR 259)",
            min = 1,
            max = PagedAttentionUnrolled.MOST)
        int blocks,
    @Parameter(
            value = "how many blocks one task takes; the last task of a sequence takes the rest",
            source = "published: up to 64",
            min = 1,
            max = PagedAttentionUnrolled.MOST)
        int unroll,
    @Parameter(
            value = "how long QK and PV of all blocks of a task take",
            source = "published for a tile task of 64 by 64")
        KernelDuration cube,
    @Parameter(
            value = "how long HUB, SF and UP of all blocks of a task take",
            source = "published for a tile task of 64 by 64")
        KernelDuration vector)
    implements GroupedGraph {
  private static final int MOST = MOST_TASKS / 5;

  public PagedAttentionUnrolled {
    Range.check("batches", batches, 1, MOST);
    Range.check("blocks", blocks, 1, MOST);
    Range.check("unroll", unroll, 1, MOST);
    AttentionChain.checkTasks(blocks, batches, AttentionChain.tasksFor(blocks, unroll));
  }

  /** 256 sequences whose 64 blocks are one task each step: 1,280 tasks. */
  public static PagedAttentionUnrolled defaults() {
    return new PagedAttentionUnrolled(256, 64, 64, KernelDuration.DEFAULT, KernelDuration.DEFAULT);
  }

  @Override
  public String kind() {
    return "paged-attention-unrolled";
  }

  @Override
  public int groups() {
    return batches;
  }

  @Override
  public GroupWriter writer(long seed) {
    return AttentionChain.writer(seed, cube, vector);
  }

  @Override
  public void write(GroupWriter writer, int group) {
    AttentionChain.write(writer, AttentionChain.tasksFor(blocks, unroll));
  }
}
