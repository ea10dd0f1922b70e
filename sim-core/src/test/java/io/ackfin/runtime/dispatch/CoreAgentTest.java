package io.ackfin.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.runtime.agent.Agent;
import io.ackfin.runtime.memory.PayloadSlots;
import io.ackfin.workload.TaskGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One core, whose scheduler is the test: it writes the registers and steps the core. */
@Tag("unit")
class CoreAgentTest {
  private static final RuntimeSpec SPEC =
      RuntimeSpec.defaults()
          .with(
              spec -> {
                spec.chip = new Chip(1, 1, 0);
                spec.submission = Submission.PRELOADED;
              });

  private static TaskGraph tasks(int count) {
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int i = 0; i < count; i++) {
      graph.task(ResourceShape.AIC_ONLY, 0);
    }
    return graph.build();
  }

  private static SteppedRun core(Variant variant, Fault... faults) {
    return SteppedRun.started(SPEC.with(spec -> spec.variant = variant), tasks(4), faults);
  }

  private static void publish(SteppedRun run, int id, int slot, int subtask) {
    int address = PayloadSlots.address(0, slot);
    run.assembly
        .context()
        .slots()
        .buildPlain(address, subtask, 0, 0, PayloadSlots.place(subtask, 1, KernelSync.NONE, 1));
    run.registers.storeTaskOpaque(0, address);
    run.registers.storeDmbRelease(0, id);
  }

  /** The subtasks that the core ran, in order. */
  private static int[] ran(SteppedRun run) {
    LongLog log = run.assembly.cores().get(0).log();
    int[] subtasks = new int[log.entries()];
    for (int i = 0; i < subtasks.length; i++) {
      subtasks[i] = (int) (log.get(i, 0) >>> Integer.SIZE);
    }
    return subtasks;
  }

  @Test
  void afterStartUpItIsIdleAndSaysSo() {
    SteppedRun run = core(Variant.DUAL_SLOT);
    assertThat(run.cond(0)).isEqualTo(CondWord.CORE_IDLE);
    assertThat(run.dmb(0)).isEqualTo(DmbWord.IDLE);
    assertThat(run.core(0)).isZero();
  }

  @Test
  void readsThePayloadsAddressThenAcknowledgesThenRuns() {
    SteppedRun run = core(Variant.DUAL_SLOT);
    publish(run, 1, 0, 2);
    run.core(0);
    assertThat(run.cond(0)).as("after the read of DMB").isEqualTo(CondWord.CORE_IDLE);
    run.core(0);
    // The address is taken: what is written now belongs to the next dispatch.
    publish(run, 1, 1, 3);
    run.core(0);
    assertThat(run.cond(0)).isEqualTo(CondWord.ack(1));
    run.coreUntilIdle(0);
    assertThat(ran(run)).containsExactly(2);
    assertThat(run.cond(0)).isEqualTo(CondWord.fin(1));
  }

  @Test
  void leavesFinOutWhenMoreWaitsAndWritesItWhenNothingDoes() {
    SteppedRun run = core(Variant.DUAL_SLOT);
    run.kernelsEnd = false;
    publish(run, 1, 0, 0);
    stepUntil(run, CondWord.ack(1));
    publish(run, 2, 1, 1);
    run.kernelsEnd = true;
    stepUntil(run, CondWord.ack(2));
    assertThat(run.assembly.cores().get(0).finSkips()).isEqualTo(1);
    run.coreUntilIdle(0);
    assertThat(run.cond(0)).isEqualTo(CondWord.fin(2));
    assertThat(run.assembly.cores().get(0).finSkips()).isEqualTo(1);
    assertThat(ran(run)).containsExactly(0, 1);
  }

  @Test
  void otherVariantsAlwaysWriteFin() {
    for (Variant variant : new Variant[] {Variant.SINGLE_SLOT, Variant.DUAL_SLOT_PARITY}) {
      SteppedRun run = core(variant);
      run.kernelsEnd = false;
      publish(run, 2, 0, 0);
      stepUntil(run, CondWord.ack(2));
      publish(run, 3, 1, 1);
      run.kernelsEnd = true;
      stepUntil(run, CondWord.fin(2));
      assertThat(run.assembly.cores().get(0).finSkips()).isZero();
    }
  }

  @Test
  void byParityTheIdChoosesTheSlotAndWithOneSlotTheStartUpDid() {
    SteppedRun parity = core(Variant.DUAL_SLOT_PARITY);
    publish(parity, 4, 0, 3);
    publish(parity, 3, 1, 2);
    parity.coreUntilIdle(0);
    assertThat(ran(parity)).containsExactly(2);
    SteppedRun single = core(Variant.SINGLE_SLOT);
    publish(single, 9, 0, 3);
    publish(single, 1, 1, 2);
    single.coreUntilIdle(0);
    assertThat(ran(single)).containsExactly(3);
  }

  @Test
  void anIdThatStandsStillIsNoNewDispatchAndIdZeroIsOne() {
    SteppedRun run = core(Variant.DUAL_SLOT);
    publish(run, 1, 0, 0);
    run.coreUntilIdle(0);
    assertThat(run.core(0)).isZero();
    publish(run, 0, 1, 1);
    run.coreUntilIdle(0);
    assertThat(ran(run)).containsExactly(0, 1);
    assertThat(run.cond(0)).isEqualTo(CondWord.fin(0));
  }

  @Test
  void exitIsAnsweredAndEndsIt() {
    SteppedRun run = core(Variant.DUAL_SLOT);
    run.registers.storeDmbRelease(0, DmbWord.EXIT);
    run.core(0);
    assertThat(run.cond(0)).isEqualTo(CondWord.CORE_EXITED);
    assertThat(run.core(0)).isEqualTo(Agent.DONE);
  }

  @Test
  void anAbortedKernelIsNotFinishedAndTheCoreTakesItsExit() {
    SteppedRun run = core(Variant.DUAL_SLOT);
    run.kernelsEnd = false;
    publish(run, 1, 0, 0);
    stepUntil(run, CondWord.ack(1));
    run.assembly.context().control().abort("somebody", new IllegalStateException("broken"));
    run.registers.storeDmbRelease(0, DmbWord.EXIT);
    stepUntil(run, CondWord.CORE_EXITED);
    assertThat(run.core(0)).isEqualTo(Agent.DONE);
    assertThat(run.assembly.result().subtask(0).endNs()).isEqualTo(SubtaskTimes.ABSENT);
  }

  @Test
  void anAbortedKernelIsNotSaidToHaveEndedByTheNextAck() {
    SteppedRun run = core(Variant.DUAL_SLOT);
    run.kernelsEnd = false;
    publish(run, 1, 0, 0);
    stepUntil(run, CondWord.ack(1));
    publish(run, 2, 1, 1);
    run.assembly.context().control().abort("somebody", new IllegalStateException("broken"));
    run.coreUntilIdle(0);
    assertThat(run.cond(0)).isEqualTo(CondWord.ack(1));
  }

  @Test
  void withoutFinSkipFinIsWrittenAlthoughMoreWaits() {
    SteppedRun run = core(Variant.DUAL_SLOT, Fault.FIN_SKIP);
    run.kernelsEnd = false;
    publish(run, 1, 0, 0);
    stepUntil(run, CondWord.ack(1));
    publish(run, 2, 1, 1);
    run.kernelsEnd = true;
    stepUntil(run, CondWord.fin(1));
  }

  @Test
  void withoutPayloadBeforeAckTheAddressIsReadAfterTheAck() {
    SteppedRun run = core(Variant.DUAL_SLOT, Fault.PAYLOAD_BEFORE_ACK);
    publish(run, 1, 0, 2);
    stepUntil(run, CondWord.ack(1));
    publish(run, 1, 1, 3);
    run.coreUntilIdle(0);
    assertThat(ran(run)).containsExactly(3);
  }

  @Test
  void withoutCacheInvalidateTheAddressIsThatOfTheDispatchBefore() {
    SteppedRun run = core(Variant.DUAL_SLOT, Fault.CACHE_INVALIDATE);
    publish(run, 1, 0, 0);
    run.coreUntilIdle(0);
    publish(run, 2, 1, 1);
    run.coreUntilIdle(0);
    assertThat(ran(run)).containsExactly(0, 0);
  }

  @Test
  void readingTheWrongSlotRunsWhatLiesThere() {
    SteppedRun run = core(Variant.DUAL_SLOT, Fault.WRONG_SLOT_READ);
    publish(run, 9, 1, 3);
    publish(run, 1, 0, 2);
    run.coreUntilIdle(0);
    assertThat(ran(run)).containsExactly(3);
  }

  @Test
  void aSwallowedFinLeavesTheAckStanding() {
    SteppedRun run = core(Variant.DUAL_SLOT, Fault.SWALLOW_FIN);
    publish(run, 1, 0, 0);
    run.coreUntilIdle(0);
    assertThat(run.cond(0)).isEqualTo(CondWord.ack(1));
  }

  private static void stepUntil(SteppedRun run, int cond) {
    for (int i = 0; i < 20 && run.cond(0) != cond; i++) {
      run.core(0);
    }
    assertThat(CondWord.format(run.cond(0))).isEqualTo(CondWord.format(cond));
  }
}
