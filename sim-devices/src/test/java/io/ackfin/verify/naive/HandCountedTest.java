package io.ackfin.verify.naive;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.verify.Shutdown;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Systems that are small enough to count on paper: one task, single-slot, no start-up.
 *
 * <p>The thread builds, passes a barrier, stores the id, passes another barrier and is home again;
 * the core reads the id, invalidates, says ACK, starts, ends, publishes, says FIN and polls: seven
 * steps between eight places.
 */
@Tag("unit")
class HandCountedTest {
  private static final Protocol SINGLE_SLOT = Protocol.of(Variant.SINGLE_SLOT);

  /**
   * Situations: 3 before the id is stored; then the core's 8 places at the thread's 2; 1 when the
   * poll has completed the task; exit written: the core's 3 places (polls, answers, halted); then
   * DMB idle, window, and the end: 3. Steps: 3; in the grid of 8 by 2, 14 of the core and 8 of the
   * thread; the poll 1; the exit store 1, the core's 2, the thread's 3.
   */
  @Test
  void oneTaskInOrder() {
    Result result = SystemDraft.of(SINGLE_SLOT).explore();
    assertThat(result.violated()).isEmpty();
    assertThat(result.states()).isEqualTo(3 + 8 * 2 + 1 + 3 + 3);
    assertThat(result.transitions()).isEqualTo(3 + 14 + 8 + 1 + 1 + 2 + 3);
    assertThat(result.depth()).isEqualTo(3 + 8 + 1 + 1 + 2 + 3);
    assertThat(result.reached()).containsExactly("C", "none");
  }

  /**
   * Of the 16 situations with the id stored, the poll is a choice in the 8 in which the thread is
   * home: COND is idle in 3, ACK in 4 and FIN in 1 of them.
   */
  @Test
  void everyPollIsCountedByWhatItSees() {
    assertThat(SystemDraft.of(SINGLE_SLOT).explore().inputs())
        .containsOnly(
            entry("FIN of another, none pending", 3),
            entry("ACK of the running, none pending", 4),
            entry("FIN of the running, none pending", 1));
  }

  private static Map.Entry<String, Integer> entry(String input, int polls) {
    return Map.entry(input, polls);
  }

  /**
   * Each store is on its way first. Situations: start; payload on its way or not: 2 before and 2
   * after the barrier; with the id behind it 2, and the core's 8, at the thread's 2 places;
   * complete 1; exit on its way 1, then the core's 3; answered 1; DMB idle on its way or not 2; the
   * window behind it 3.
   */
  @Test
  void oneTaskWithPostedStores() {
    Result result = SystemDraft.of(SINGLE_SLOT).memory(MemoryMode.FIFO).explore();
    assertThat(result.states()).isEqualTo(1 + 2 + 2 + 2 * (2 + 8) + 1 + 1 + 3 + 1 + 2 + 3);
    int untilPublished = 1 + (1 + 2) + (1 + 2);
    int running = (2 + 7 + 10) + (2 + 7 + 1);
    int exiting = 1 + (1 + 2 + 1) + 1 + (1 + 2) + 2;
    assertThat(result.transitions()).isEqualTo(untilPublished + running + exiting);
  }

  /**
   * The task goes to the first core. With both cores idle, either may be told to exit first: the
   * core's 3 places, 2 more of the thread, home; then the same for the other; one end.
   */
  @Test
  void oneTaskAndACoreThatGetsNone() {
    Result result = SystemDraft.of(SINGLE_SLOT).cores(2, 0).explore();
    int exits = (3 + 2 + 1) + (3 + 2);
    assertThat(result.states()).isEqualTo(3 + 8 * 2 + 1 + 2 * exits + 1);
    assertThat(result.transitions()).isEqualTo(3 + 14 + 8 + 1 + 2 * 2 * 6);
  }

  /** The same, but the task goes to either core: everything between start and end exists twice. */
  @Test
  void oneTaskOnAnyOfTwoCores() {
    Result result = SystemDraft.of(SINGLE_SLOT).cores(2, 0).anyCore().explore();
    int exits = (3 + 2 + 1) + (3 + 2);
    assertThat(result.states()).isEqualTo(1 + 2 * (2 + 8 * 2 + 1 + 2 * exits) + 1);
  }

  /**
   * Not stopping: the 26, and 2 in which the wait for the answer expired before the core had
   * answered. Stopping: the thread where it was, 3 + 16 + 1. From there exit is written to a core
   * that never ran: 3 places of the core, 2 more of the thread, 2 left unanswered; the same for one
   * whose task is complete; and for one whose task is not: its 8 places, answering and halted with
   * the task taken up or not 4, then 2 times 2 more of the thread, and left in 8 + 2; and the end.
   *
   * <p>Steps: the 32, 2 that expire and 2 of the core behind them, and a stop from everywhere but
   * the end. Stopping: 2 until the id is stored, the grid's 8 + 2 * 7, and exit from 1 + 8 + 1
   * places; of the core that never ran, as of the one that is done, 2 of the core, 2 that expire, 3
   * of the thread, and 2 of the core that was left; of the one that is not done 10, 10, 6 and 10.
   */
  @Test
  void oneTaskThatMayBeStoppedAtAnyMoment() {
    Result result = SystemDraft.of(SINGLE_SLOT).ending(Shutdown.ANY_TIME).explore();
    assertThat(result.violated()).isEmpty();
    int stopping = 3 + 16 + 1 + 2 * (3 + 2 + 2) + (8 + 4 + 2 * 2 + 8 + 2) + 1;
    assertThat(result.states()).isEqualTo(26 + 2 + stopping);
    int steps = 2 + (8 + 2 * 7) + (1 + 8 + 1) + 2 * (2 + 2 + 3 + 2) + (10 + 10 + 6 + 10);
    assertThat(result.transitions()).isEqualTo(32 + 2 + 2 + (26 + 2 - 1) + steps);
  }

  /**
   * A hand-over may come at the start and at the core's 8 places while the thread is home; then
   * everything exists once more with the other owner. When the task is complete the thread that has
   * no core has ended, and nothing is dealt out any more.
   */
  @Test
  void oneTaskAndOneHandOver() {
    Result result = SystemDraft.of(SINGLE_SLOT).threads(2).handOver().explore();
    assertThat(result.states()).isEqualTo(2 * 26);
    assertThat(result.transitions()).isEqualTo(2 * 32 + 1 + 8);
  }

  /**
   * Two vector subtasks. The first core goes its way in the 4 places that the thread has until the
   * second id is stored, then both in 2; one of them complete while the other goes on, or both; and
   * the two exits as above. A kernel that has not ended is in one of the first five places, and has
   * started in the fifth; one that waits until its sibling has started ends in the three behind it
   * only if the sibling is beyond the fourth.
   */
  @Test
  void twoSubtasksWhoseKernelsMayWaitForEachOther() {
    int exits = 2 * ((3 + 2 + 1) + (3 + 2)) + 1;
    assertThat(twoSubtasks(KernelSync.NONE)).isEqualTo(3 + 4 * 8 + 2 * 8 * 8 + (8 + 8 + 1) + exits);
    assertThat(twoSubtasks(KernelSync.START))
        .isEqualTo(3 + 4 * 5 + 2 * (8 * 8 - 2 * 3 * 4) + (4 + 4 + 1) + exits);
    // The barrier adds a place, and it is there that the sibling has to be.
    assertThat(twoSubtasks(KernelSync.BARRIER))
        .isEqualTo(3 + 4 * 6 + 2 * (9 * 9 - 2 * 3 * 5) + (4 + 4 + 1) + exits);
  }

  private static int twoSubtasks(KernelSync sync) {
    SystemDraft draft = SystemDraft.of(SINGLE_SLOT).cores(0, 2).kernels(sync);
    return draft.tasks(1, ResourceShape.AIV_X2).explore().states();
  }
}
