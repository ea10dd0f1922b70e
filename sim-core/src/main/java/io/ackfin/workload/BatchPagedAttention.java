package io.ackfin.workload;

import io.ackfin.core.parameter.Parameter;

/**
 * As {@link PagedAttention}, with several sequences in one task: few chains side by side, so that
 * the chains' length and not the cores bound it. A task's duration is stated, not computed from its
 * sequences.
 */
public record BatchPagedAttention(
    @Parameter(
            value = "how many sequences",
            source = "published: 256 (PR 259)",
            min = 1,
            max = BatchPagedAttention.MOST)
        int batches,
    @Parameter(
            value = "how many sequences one task takes; the last chunk takes the rest",
            source = "published: 16 (PR 259)",
            min = 1,
            max = BatchPagedAttention.MOST)
        int batchesPerTask,
    @Parameter(
            value = "how many blocks of the cache each sequence goes over",
            source = "published: 64 (PR 259)",
            min = 1,
            max = BatchPagedAttention.MOST)
        int blocks,
    @Parameter(
            value = "how long QK and PV of all sequences of a task take",
            source = "published for a tile task of 64 by 64")
        KernelDuration cube,
    @Parameter(
            value = "how long HUB, SF and UP of all sequences of a task take",
            source = "published for a tile task of 64 by 64")
        KernelDuration vector)
    implements GroupedGraph {
  private static final int MOST = MOST_TASKS / 5;

  public BatchPagedAttention {
    Range.check("batches", batches, 1, MOST);
    Range.check("batchesPerTask", batchesPerTask, 1, MOST);
    Range.check("blocks", blocks, 1, MOST);
    AttentionChain.checkTasks(blocks, AttentionChain.tasksFor(batches, batchesPerTask), blocks);
  }

  /** 16 chunks of 16 sequences, 64 blocks: 4,112 tasks. */
  public static BatchPagedAttention defaults() {
    return new BatchPagedAttention(256, 16, 64, KernelDuration.DEFAULT, KernelDuration.DEFAULT);
  }

  @Override
  public String kind() {
    return "batch-paged-attention";
  }

  @Override
  public int groups() {
    return AttentionChain.tasksFor(batches, batchesPerTask);
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
