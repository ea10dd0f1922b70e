package io.ackfin.handshake;

import static io.ackfin.handshake.CoreOperation.AWAIT_CALL;
import static io.ackfin.handshake.CoreOperation.AWAIT_DMB_OPEN;
import static io.ackfin.handshake.CoreOperation.AWAIT_WINDOW;
import static io.ackfin.handshake.CoreOperation.DERIVE_POINTER;
import static io.ackfin.handshake.CoreOperation.END_KERNEL;
import static io.ackfin.handshake.CoreOperation.INVALIDATE_ALL;
import static io.ackfin.handshake.CoreOperation.KEEP_POINTER;
import static io.ackfin.handshake.CoreOperation.LOOK_BEHIND;
import static io.ackfin.handshake.CoreOperation.PUBLISH_OUTPUT;
import static io.ackfin.handshake.CoreOperation.READ_DMB;
import static io.ackfin.handshake.CoreOperation.READ_POINTER;
import static io.ackfin.handshake.CoreOperation.REPORT;
import static io.ackfin.handshake.CoreOperation.SAY_DONE;
import static io.ackfin.handshake.CoreOperation.START_KERNEL;
import static io.ackfin.handshake.CoreOperation.STOP;
import static io.ackfin.handshake.CoreOperation.WRITE_ACK;
import static io.ackfin.handshake.CoreOperation.WRITE_EXITED;
import static io.ackfin.handshake.CoreOperation.WRITE_FIN;
import static io.ackfin.handshake.CoreOperation.WRITE_IDLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.DmbWord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks the core's program once with chosen things to read. */
@Tag("unit")
class CoreProgramTest {
  private final CoreSteps core = new CoreSteps();

  private static Tables tables(Variant variant) {
    return Protocol.of(variant).tables();
  }

  @Test
  void aDualSlotCoreRunsATaskSaysFinAndExits() {
    Tables tables = tables(Variant.DUAL_SLOT);
    core.walk(tables, CoreProgram.start(tables), DmbWord.IDLE, 1, 1, 0, 0, 1, 1, DmbWord.EXIT);
    assertThat(core.operations())
        .containsExactly(
            READ_DMB,
            READ_DMB,
            INVALIDATE_ALL,
            READ_POINTER,
            WRITE_ACK,
            START_KERNEL,
            END_KERNEL,
            PUBLISH_OUTPUT,
            LOOK_BEHIND,
            WRITE_FIN,
            READ_DMB,
            READ_DMB,
            WRITE_EXITED,
            STOP);
    assertThat(core.words()).containsExactly("ACK(1)", "FIN(1)", "core exited");
    assertThat(core.slots()).containsExactly(1, 1);
  }

  @Test
  void aDualSlotCoreOmitsFinWhenAnotherDispatchOrExitWaits() {
    Tables tables = tables(Variant.DUAL_SLOT);
    core.walk(
        tables, CoreProgram.start(tables), 1, 0, 0, 0, 2, 2, 1, 0, 0, DmbWord.EXIT, DmbWord.EXIT);
    assertThat(core.words()).containsExactly("ACK(1)", "ACK(2)", "core exited");
    assertThat(core.slots()).containsExactly(0, 0, 1, 1);
  }

  @Test
  void aParityCoreFindsTheSlotInTheIdAndAlwaysSaysFin() {
    Tables tables = tables(Variant.DUAL_SLOT_PARITY);
    core.walk(tables, CoreProgram.start(tables), 1, 0, 0, 2, 0, 0);
    assertThat(core.operations().subList(0, 8))
        .containsExactly(
            READ_DMB,
            INVALIDATE_ALL,
            DERIVE_POINTER,
            WRITE_ACK,
            START_KERNEL,
            END_KERNEL,
            PUBLISH_OUTPUT,
            WRITE_FIN);
    assertThat(core.words()).containsExactly("ACK(1)", "FIN(1)", "ACK(2)", "FIN(2)");
    assertThat(core.slots()).containsExactly(1, 1, 0, 0);
  }

  @Test
  void aSingleSlotCoreKeepsTheAddressThatItReadAtStartUp() {
    Tables tables = Protocol.of(Variant.SINGLE_SLOT).startingBy(Startup.HANDSHAKE).tables();
    core.walk(tables, CoreProgram.start(tables), 0, 1, 1, 0, 1, 1, 0, 0, 2, 0, 0);
    assertThat(core.operations().subList(0, 8))
        .containsExactly(
            AWAIT_CALL,
            AWAIT_CALL,
            READ_POINTER,
            REPORT,
            AWAIT_WINDOW,
            AWAIT_WINDOW,
            WRITE_IDLE,
            SAY_DONE);
    assertThat(core.operations()).contains(KEEP_POINTER).containsOnlyOnce(READ_POINTER);
    assertThat(core.words()).containsExactly("core idle", "ACK(1)", "FIN(1)", "ACK(2)", "FIN(2)");
    assertThat(core.slots()).containsExactly(1, 1, 1, 1);
  }

  @Test
  void aCoreThatReportsFirstStartsAlthoughADispatchHasReplacedIdle() {
    Tables tables = Protocol.of(Variant.DUAL_SLOT).startingBy(Startup.REPORT_FIRST).tables();
    core.walk(tables, CoreProgram.start(tables), 0, 1, 1);
    assertThat(core.operations())
        .containsExactly(
            REPORT, AWAIT_DMB_OPEN, AWAIT_DMB_OPEN, WRITE_IDLE, READ_DMB, INVALIDATE_ALL);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void aCoreWaitsInAnUnchangedState(Variant variant) {
    Tables tables = tables(variant);
    long polling = CoreProgram.start(tables);
    assertThat(CoreProgram.after(tables, polling, DmbWord.IDLE)).isEqualTo(polling);
    long stopped = core.walk(tables, polling, DmbWord.EXIT);
    assertThat(CoreProgram.halted(tables, stopped)).isTrue();
    assertThat(CoreProgram.after(tables, stopped, 0)).isEqualTo(stopped);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void whatIsNoLongerReadLeavesNoTrace(Variant variant) {
    Tables tables = tables(variant);
    long oddSlot = core.walk(tables, CoreProgram.start(tables), pickUp(variant, 5, 1));
    long evenSlot = core.walk(tables, CoreProgram.start(tables), pickUp(variant, 5, 0));
    assertThat(CoreProgram.operation(tables, oddSlot)).isEqualTo(READ_DMB);
    assertThat(CoreProgram.id(oddSlot)).isEqualTo(5);
    assertThat(oddSlot).isEqualTo(evenSlot);
    assertThat(CoreProgram.after(tables, oddSlot, 5)).isEqualTo(oddSlot);
  }

  /** What a core reads from a poll to the next: the id, the pointer and its payload twice, DMB. */
  private static long[] pickUp(Variant variant, int id, int slot) {
    return variant == Variant.DUAL_SLOT ? new long[] {id, slot, 0, 0, id} : new long[] {id, 0, 0};
  }
}
