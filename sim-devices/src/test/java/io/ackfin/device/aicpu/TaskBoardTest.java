package io.ackfin.device.aicpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.ResourceShape;
import io.ackfin.workload.TaskGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class TaskBoardTest {
  private static final int FIRST = 0;
  private static final int PAIR = 1;
  private static final int LAST = 2;

  // Subtask 0 is that of FIRST, 1 and 2 are those of PAIR, 3 is that of LAST.
  private final TaskBoard board = new TaskBoard(graph());

  private static TaskGraph graph() {
    TaskGraph.Builder graph = TaskGraph.builder();
    graph.task(ResourceShape.AIC_ONLY, 1);
    graph.task(ResourceShape.AIC_AIV_X1, 1);
    graph.task(ResourceShape.AIC_ONLY, 1);
    graph.after(FIRST).after(PAIR);
    return graph.build();
  }

  @Test
  void aTaskIsCompleteWithItsLastSubtask() {
    assertThat(board.subtaskDone(2, 10)).isFalse();
    assertThat(board.subtaskDone(1, 20)).isTrue();
    assertThat(board.lastProgress()).isEqualTo(20);
  }

  /** A handshake without its protections may complete a subtask twice; its task counts once. */
  @Test
  void aSubtaskCompletesItsTaskOnce() {
    assertThat(board.subtaskDone(0, 10)).isTrue();
    assertThat(board.subtaskDone(0, 20)).isFalse();
    assertThat(board.repeatedCompletions()).isEqualTo(1);
    assertThat(board.repeatedSubtask()).isZero();
    assertThat(board.lastProgress()).isEqualTo(10);
    assertThat(board.subtaskDone(1, 30)).isFalse();
    assertThat(board.repeatedCompletions()).isZero();
    assertThat(board.subtaskDone(1, 40)).isFalse();
    assertThat(board.subtaskDone(2, 50)).isTrue();
  }

  @Test
  void aTaskIsReadyWithItsLastProducerOnceItIsSubmitted() {
    assertThat(board.submit(FIRST, 10)).isTrue();
    assertThat(board.submit(LAST, 20)).isFalse();
    board.subtaskDone(0, 30);
    assertThat(board.producerDone(LAST)).isFalse();
    assertThat(board.describe(LAST)).isEqualTo("waits for 1 of 2 producers: 1");
    assertThat(board.producerDone(LAST)).isTrue();
  }

  @Test
  void aTaskThatIsSubmittedAfterItsProducersAreCompleteIsReadyThen() {
    assertThat(board.producerDone(LAST)).isFalse();
    assertThat(board.producerDone(LAST)).isFalse();
    assertThat(board.describe(LAST)).isEqualTo("not submitted");
    assertThat(board.submit(LAST, 10)).isTrue();
    assertThat(board.submissions()).isEqualTo(1);
  }

  @Test
  void everythingIsCompleteWithTheLastTask() {
    board.taskDone(10);
    board.taskDone(20);
    assertThat(board.allComplete()).isFalse();
    board.taskDone(30);
    assertThat(board.allComplete()).isTrue();
    assertThat(board.completions()).isEqualTo(3);
    assertThat(board.lastProgress()).isEqualTo(30);
  }
}
