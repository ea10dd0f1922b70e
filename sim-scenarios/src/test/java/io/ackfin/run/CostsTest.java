package io.ackfin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.time.Ticks;
import io.ackfin.device.aicpu.Activity;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.workload.TaskGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * That each cost is paid, and as often as the way of two tasks that wait for one another has it.
 *
 * <p>A cost grows by 9.7 us, which is a whole number both of a core's polls (9.7 ns) and of a
 * thread's loads (100 ns): everything behind it moves by exactly that much.
 */
@Tag("unit")
class CostsTest {
  private static final Ticks MORE = Ticks.ofNanos(9_700);

  @ParameterizedTest
  @CsvSource({
    // Only the first task comes out of a shared queue; the other stays in its thread's buffer.
    "queuePop, 1",
    "queuePush, 0",
    "payloadBuild, 2",
    "completion, 2",
    "completionPerConsumer, 1"
  })
  void costsOfAThread(String component, int times) {
    PlanFixture fixture = chain(ResourceShape.AIC_ONLY);
    long before = fixture.run().makespan();
    assertThat(fixture.aicpu(component, more(fixture, component)).run().makespan())
        .isEqualTo(before + times * MORE.picoseconds());
  }

  /** A task of several cores goes through the shared queues in any case. */
  @ParameterizedTest
  @CsvSource({"queuePop, 2", "queuePush, 1", "payloadBuild, 4"})
  void costsOfAThreadForWideTasks(String component, int times) {
    PlanFixture fixture = chain(ResourceShape.AIC_AIV_X1).cluster(1, 1);
    long before = fixture.run().makespan();
    assertThat(fixture.aicpu(component, more(fixture, component)).run().makespan())
        .isEqualTo(before + times * MORE.picoseconds());
  }

  /**
   * Three tasks become ready in their thread's buffer. As many as the core has room for are taken
   * out of it; the others are put into a shared queue and come out of that, like the first task.
   */
  @ParameterizedTest
  @CsvSource({"SINGLE_SLOT, 3, 2", "DUAL_SLOT, 2, 1"})
  void costsOfTasksThatLeaveTheirThreadsBuffer(Variant variant, int pops, int pushes) {
    TaskGraph.Builder graph = TaskGraph.builder();
    graph.task(ResourceShape.AIC_ONLY, 2_000_000);
    for (int i = 0; i < 3; i++) {
      graph.task(ResourceShape.AIC_ONLY, 2_000_000);
      graph.after(0);
    }
    PlanFixture fixture = PlanFixture.reference().variant(variant).graph(graph.build());
    long before = fixture.run().activities().get(Activity.DISPATCH);
    fixture.aicpu("queuePop", Ticks.ofPicos(1_000)).aicpu("queuePush", Ticks.ofPicos(1));
    assertThat(fixture.run().activities().get(Activity.DISPATCH))
        .isEqualTo(before + 1_000L * pops + pushes);
  }

  @ParameterizedTest
  @CsvSource({
    "invalidate, 2",
    "payloadRead, 2",
    "ackWrite, 2",
    "outputPublish, 2",
    "finWrite, 2",
    "pointerRead, 2",
    "kernelStart, 2"
  })
  void costsOfACore(String component, int times) {
    PlanFixture fixture = chain(ResourceShape.AIC_ONLY);
    long before = fixture.run().makespan();
    Ticks now = Records.get(fixture.plan().spec().aicore(), component);
    assertThat(fixture.aicore(component, sum(now)).run().makespan())
        .isEqualTo(before + times * MORE.picoseconds());
  }

  /**
   * A word costs its fetch where it makes the thread do something: with one slot FIN of both tasks
   * does, ACK does not. Everything behind the fetch is that much later.
   */
  @Test
  void aWordThatWasJustWrittenHasToBeFetchedBeforeItTakesEffect() {
    PlanFixture fixture = chain(ResourceShape.AIC_ONLY).variant(Variant.SINGLE_SLOT);
    long before = fixture.run().makespan();
    assertThat(fixture.mmio("changedWord", MORE).run().makespan())
        .isEqualTo(before + 2 * MORE.picoseconds());
  }

  /**
   * The guard sees the ACK that the poll has fetched already: a core that runs is not fetched for.
   */
  @Test
  void aWordThatTheThreadHasActedOnIsNotFetchedAgain() {
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int i = 0; i < 3; i++) {
      graph.task(ResourceShape.AIC_ONLY, 20_000_000);
    }
    PlanFixture fixture = PlanFixture.reference().graph(graph.build());
    long guard = fixture.run().activities().get(Activity.GUARD);
    // The guard of the second dispatch waits for the first ACK and fetches it; the third finds the
    // ACK that completed the first task.
    assertThat(fixture.mmio("changedWord", MORE).run().activities().get(Activity.GUARD))
        .isEqualTo(guard + MORE.picoseconds());
  }

  /**
   * A dispatch that waits behind a kernel is read so much later; and so is the first one, which was
   * visible at 1545 and found at 160 * 9.7, unless its read is later anyway.
   */
  @Test
  void costOfTheFirstReadOfAWait() {
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int i = 0; i < 3; i++) {
      graph.task(ResourceShape.AIC_ONLY, 20_000_000);
    }
    PlanFixture fixture = PlanFixture.reference().graph(graph.build());
    long before = fixture.run().lastKernelEnd();
    long first = MORE.picoseconds() - 160 * 9_700;
    assertThat(fixture.aicore("firstRead", MORE).run().lastKernelEnd())
        .isEqualTo(before + first + 2 * MORE.picoseconds());
  }

  @Test
  void aKernelTakesTheLeastTimeIfItsDurationIsLess() {
    PlanFixture fixture = chain(ResourceShape.AIC_ONLY);
    long before = fixture.run().makespan();
    assertThat(fixture.aicore("kernelLeast", Ticks.ofNanos(2_000)).run().makespan())
        .isEqualTo(before);
    assertThat(fixture.aicore("kernelLeast", Ticks.ofNanos(2_000 + 1_000)).run().makespan())
        .isEqualTo(before + 2_000_000);
  }

  @ParameterizedTest
  @CsvSource({"storeIssue, 2", "storeVisible, 2", "condVisible, 2"})
  void costsOfTheRegisters(String component, int times) {
    PlanFixture fixture = chain(ResourceShape.AIC_ONLY);
    long before = fixture.run().makespan();
    Ticks now = Records.get(fixture.plan().spec().mmio(), component);
    assertThat(fixture.mmio(component, sum(now)).run().makespan())
        .isEqualTo(before + times * MORE.picoseconds());
  }

  /** The makespan begins with the first submission, whose cost is part of it. */
  @Test
  void costOfASubmission() {
    PlanFixture fixture = PlanFixture.reference();
    assertThat(fixture.submit(MORE).run().makespan()).isEqualTo(5_105_000 + MORE.picoseconds());
  }

  /**
   * Of the two barriers of a dispatch the first stands before the id's store. The second keeps the
   * thread for 30 ns more while the kernel runs, so that its polls come 30 ns later: 27 loads from
   * 1465 ns on, the last sampled at 4115 instead of 4055.
   */
  @Test
  void costOfABarrier() {
    RunResult result = PlanFixture.reference().aicpu("barrier", Ticks.ofNanos(30)).run();
    // The id is stored at 1435, visible at 1575, found at 163 * 9.7.
    assertThat(result.lastKernelEnd()).isEqualTo(1_581_100 + 349_000 + 2_000_000);
    assertThat(result.makespan()).isEqualTo(1_465_000 + 27 * 100_000 + 1_000_000);
  }

  /**
   * A load waits until the thread's stores have arrived: the first poll begins at 1545 instead of
   * 1405, and every hundredth of a microsecond after.
   */
  @Test
  void costOfALoadBehindAStore() {
    PlanFixture fixture = PlanFixture.reference().loadDrainsStores(true);
    // FIN is visible at 4021; the 26th load samples at 4095.
    assertThat(fixture.run().makespan()).isEqualTo(1_545_000 + 26 * 100_000 + 1_000_000);
    assertThat(fixture.run().loads()).isEqualTo(26);
  }

  /** A turn that does nothing costs its overhead, which is idle time of the thread. */
  @Test
  void costOfATurn() {
    RunResult result = PlanFixture.reference().aicpu("loopOverhead", Ticks.ofNanos(100)).run();
    // The task is taken behind the first overhead, stored at 1505, found at 170 * 9.7.
    assertThat(result.lastKernelEnd()).isEqualTo(1_649_000 + 349_000 + 2_000_000);
    // Each turn is 100 of overhead and 100 of load: FIN, visible at 4118, is in the 14th, sampled
    // at 1655 + 13 * 200.
    assertThat(result.loads()).isEqualTo(14);
    assertThat(result.makespan()).isEqualTo(1_505_000 + 14 * 200_000 + 1_000_000);
  }

  private static PlanFixture chain(ResourceShape shape) {
    TaskGraph.Builder graph = TaskGraph.builder();
    graph.task(shape, 2_000_000);
    graph.task(shape, 2_000_000);
    graph.after(0);
    return PlanFixture.reference().graph(graph.build());
  }

  private static Ticks more(PlanFixture fixture, String component) {
    return sum(Records.get(fixture.plan().spec().aicpu(), component));
  }

  private static Ticks sum(Ticks now) {
    return Ticks.ofPicos(now.picoseconds() + MORE.picoseconds());
  }
}
