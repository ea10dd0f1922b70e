package io.ackfin.handshake;

import static io.ackfin.handshake.CoreOperation.AWAIT_BELL;
import static io.ackfin.handshake.CoreOperation.INVALIDATE_ALL;
import static io.ackfin.handshake.CoreOperation.READ_DMB;
import static io.ackfin.handshake.CoreOperation.READ_GATE;
import static io.ackfin.handshake.CoreOperation.READ_POINTER;
import static io.ackfin.handshake.CoreOperation.START_KERNEL;
import static io.ackfin.handshake.CoreOperation.STOP;
import static io.ackfin.handshake.CoreOperation.WRITE_ACK;
import static io.ackfin.handshake.CoreOperation.WRITE_EXITED;
import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.DmbWord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks what a core does about gated dispatches. */
@Tag("unit")
class CoreGateTest {
  private static final long UNGATED = 0;
  private static final long GATED = 1;
  private static final int ID = 5;
  private static final int OTHER = 4;

  private final CoreSteps core = new CoreSteps();

  private static Tables tables(Variant variant) {
    return Protocol.of(variant).staging(true).tables();
  }

  /** DMB as one load gives it. */
  private static long bell(int rung, int lower) {
    return DmbWord.withDoorbell(DmbWord.withId(0, lower), rung);
  }

  /**
   * A core that polls has found {@link #ID}, has learned the address and looks at the gate next.
   */
  private long atTheGate(Tables tables, Variant variant) {
    long[] toRead = variant == Variant.DUAL_SLOT ? new long[] {ID, 1} : new long[] {ID};
    return core.walk(tables, CoreProgram.start(tables), toRead);
  }

  /** The operation that learns the payload's address. */
  private static CoreOperation pointer(Variant variant) {
    return switch (variant) {
      case SINGLE_SLOT -> CoreOperation.KEEP_POINTER;
      case DUAL_SLOT -> READ_POINTER;
      case DUAL_SLOT_PARITY -> CoreOperation.DERIVE_POINTER;
    };
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void anUngatedDispatchGoesOnAtOnce(Variant variant) {
    Tables tables = tables(variant);
    core.walk(tables, atTheGate(tables, variant), UNGATED, 0);
    assertThat(core.operations())
        .containsExactly(
            READ_DMB, INVALIDATE_ALL, pointer(variant), READ_GATE, WRITE_ACK, START_KERNEL);
    int slot = variant == Variant.SINGLE_SLOT ? 0 : 1;
    assertThat(core.slots()).containsExactly(slot, slot);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void aGatedDispatchWaitsForItsOwnBellBeforeItsAck(Variant variant) {
    Tables tables = tables(variant);
    long waiting = core.walk(tables, atTheGate(tables, variant), GATED);
    assertThat(CoreProgram.operation(tables, waiting)).isEqualTo(AWAIT_BELL);
    long[] notYet = {bell(0, ID), bell(OTHER, ID), bell(OTHER, DmbWord.IDLE)};
    for (long word : notYet) {
      assertThat(CoreProgram.after(tables, waiting, word)).isEqualTo(waiting);
    }
    core.walk(tables, waiting, bell(ID, ID), 0);
    assertThat(core.operations())
        .endsWith(pointer(variant), READ_GATE, AWAIT_BELL, WRITE_ACK, START_KERNEL);
    assertThat(core.words()).containsExactly("ACK(5)");
  }

  /** Gated or not, rung early or late: a core that writes ACK is the same core. */
  @ParameterizedTest
  @EnumSource(Variant.class)
  void theGateLeavesNoTrace(Variant variant) {
    Tables tables = tables(variant);
    long gate = atTheGate(tables, variant);
    long open = CoreProgram.after(tables, gate, UNGATED);
    long waiting = CoreProgram.after(tables, gate, GATED);
    assertThat(CoreProgram.after(tables, waiting, bell(ID, ID))).isEqualTo(open);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void exitEndsTheWaitWithoutAnAckEvenIfTheBellWasRung(Variant variant) {
    Tables tables = tables(variant);
    long waiting = core.walk(tables, atTheGate(tables, variant), GATED);
    long unrung = CoreProgram.after(tables, waiting, bell(OTHER, DmbWord.EXIT));
    assertThat(CoreProgram.after(tables, waiting, bell(ID, DmbWord.EXIT))).isEqualTo(unrung);
    long stopped = core.walk(tables, unrung);
    assertThat(core.operations()).endsWith(READ_GATE, WRITE_EXITED, STOP);
    assertThat(core.words()).containsExactly("core exited");
    long pollingExit = core.walk(tables, CoreProgram.start(tables), DmbWord.EXIT);
    assertThat(stopped).isEqualTo(pollingExit);
  }

  /**
   * Both of the address: the gate's before the ACK, and another after it, which the kernel uses.
   */
  @Test
  void withoutPayloadBeforeAckTheGateStillComesFirst() {
    Tables tables =
        Protocol.of(Variant.DUAL_SLOT)
            .staging(true)
            .without(Protection.PAYLOAD_BEFORE_ACK)
            .tables();
    core.walk(tables, CoreProgram.start(tables), ID, 1, GATED, bell(ID, ID), 0, 0);
    assertThat(core.operations())
        .containsExactly(
            READ_DMB,
            INVALIDATE_ALL,
            READ_POINTER,
            READ_GATE,
            AWAIT_BELL,
            WRITE_ACK,
            READ_POINTER,
            START_KERNEL);
    assertThat(core.slots()).containsExactly(1, 0);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void withoutEarlyStagingNobodyLooksAtAGate(Variant variant) {
    for (Protection off : Protection.values()) {
      Tables tables = Protocol.of(variant).without(off).tables();
      assertThat(tables.coreOperations)
          .doesNotContain((byte) READ_GATE.ordinal(), (byte) AWAIT_BELL.ordinal());
      assertThat(tables.schedulerOperations)
          .doesNotContain((byte) SchedulerOperation.STORE_BELL.ordinal());
    }
  }
}
