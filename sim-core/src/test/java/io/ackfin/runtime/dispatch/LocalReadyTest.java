package io.ackfin.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.ResourceShape;
import io.ackfin.workload.TaskGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class LocalReadyTest {
  private static final int CUBES = 0;
  private static final int VECTORS = 1;

  private final TaskBoard board = new TaskBoard(tasks());
  private final LocalReady local = new LocalReady(board);

  /** Even tasks have a cube part, odd ones have none. */
  private static TaskGraph tasks() {
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int i = 0; i < 600; i++) {
      graph.task(i % 2 == 0 ? ResourceShape.AIC_AIV_X1 : ResourceShape.AIV_X1, 0);
    }
    return graph.build();
  }

  @Test
  void tasksWithACubePartAreKeptApartInTheOrderInWhichTheyCame() {
    for (int task : new int[] {4, 1, 2, 3}) {
      local.add(task);
    }
    assertThat(local.size(CUBES)).isEqualTo(2);
    assertThat(local.get(CUBES, 0)).isEqualTo(4);
    assertThat(local.get(CUBES, 1)).isEqualTo(2);
    assertThat(local.get(VECTORS, 0)).isEqualTo(1);
    assertThat(board.ready(ResourceShape.AIC_AIV_X1).isEmpty()).isTrue();
  }

  @Test
  void whatDoesNotFitGoesToTheSharedQueueOfItsShape() {
    for (int task = 0; task < 600; task += 2) {
      local.add(task);
    }
    assertThat(local.size(CUBES)).isEqualTo(256);
    for (int task = 512; task < 600; task += 2) {
      assertThat(board.ready(ResourceShape.AIC_AIV_X1).pop()).isEqualTo(task);
    }
    assertThat(board.ready(ResourceShape.AIC_AIV_X1).isEmpty()).isTrue();
  }

  @Test
  void aRequeueEmptiesBothBuffers() {
    local.add(0);
    local.add(1);
    local.requeue();
    assertThat(local.size(CUBES) + local.size(VECTORS)).isZero();
    assertThat(board.ready(ResourceShape.AIC_AIV_X1).pop()).isZero();
    assertThat(board.ready(ResourceShape.AIV_X1).pop()).isEqualTo(1);
  }
}
