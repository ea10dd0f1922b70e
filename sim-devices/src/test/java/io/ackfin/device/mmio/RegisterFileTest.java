package io.ackfin.device.mmio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.core.time.Ticks;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RegisterFileTest {
  private static final MmioSpec SPEC =
      new MmioSpec(
          Ticks.ofPicos(1), Ticks.ZERO, Ticks.ofPicos(140), Ticks.ofPicos(120), Ticks.ZERO);

  @Test
  void aStartedChipShowsIdle() {
    RegisterFile registers = new RegisterFile(SPEC, 2, true);
    assertThat(registers.readDmb(1, 0)).isEqualTo(DmbWord.IDLE);
    assertThat(registers.loadCond(1, 0)).isEqualTo(CondWord.CORE_IDLE);
  }

  @Test
  void aStoreArrivesWhenItsTimeHasPassed() {
    RegisterFile registers = new RegisterFile(SPEC, 2, true);
    assertThat(registers.storeDmb(1, 7, 1_000)).isEqualTo(1_140);
    assertThat(registers.readDmb(1, 1_139)).isEqualTo(DmbWord.IDLE);
    assertThat(registers.readDmb(1, 1_140)).isEqualTo(7);
    assertThat(registers.readDmb(0, 1_140)).as("another core's").isEqualTo(DmbWord.IDLE);
  }

  /** One cell: a word that nobody read in time is gone. */
  @Test
  void aLaterWordReplacesAnEarlierOne() {
    RegisterFile registers = new RegisterFile(SPEC, 1, true);
    registers.writeCond(0, CondWord.ack(1), 1_000);
    registers.writeCond(0, CondWord.fin(1), 1_010);
    assertThat(registers.loadCond(0, 1_119)).isEqualTo(CondWord.CORE_IDLE);
    assertThat(registers.loadCond(0, 1_120)).isEqualTo(CondWord.ack(1));
    assertThat(registers.loadCond(0, 1_130)).isEqualTo(CondWord.fin(1));
  }

  @Test
  void aClosedWindowLetsNoThreadThrough() {
    RegisterFile registers = new RegisterFile(SPEC, 2, false);
    registers.setWindow(0, true);
    registers.storeDmb(0, 1, 0);
    registers.writeCond(1, CondWord.CORE_IDLE, 0);
    assertThatThrownBy(() -> registers.storeDmb(1, 1, 0))
        .hasMessage("DATA_MAIN_BASE of core 1: reached while its window is closed");
    assertThatThrownBy(() -> registers.loadCond(1, 0))
        .hasMessage("COND of core 1: reached while its window is closed");
    registers.setWindow(0, false);
    assertThatThrownBy(() -> registers.storeDmb(0, 2, 0))
        .hasMessage("DATA_MAIN_BASE of core 0: reached while its window is closed");
  }

  /** The halves travel apart and are read together. */
  @Test
  void theDoorbellIsTheUpperHalf() {
    RegisterFile registers = new RegisterFile(SPEC, 2, true);
    registers.storeDmb(1, 7, 1_000);
    assertThat(registers.storeBell(1, 6, 1_100)).isEqualTo(1_240);
    assertThat(DmbWord.doorbell(registers.readWholeDmb(1, 1_140))).isZero();
    assertThat(DmbWord.id(registers.readWholeDmb(1, 1_140))).isEqualTo(7);
    assertThat(DmbWord.doorbell(registers.readWholeDmb(1, 1_240))).isEqualTo(6);
    assertThat(DmbWord.id(registers.readWholeDmb(0, 1_240))).isEqualTo(DmbWord.IDLE);
  }

  @Test
  void withoutAGuardAClosedWindowLetsEveryThreadThrough() {
    RegisterFile registers = RegisterFile.withoutGuard(SPEC, 1, false);
    registers.storeDmb(0, 3, 0);
    assertThat(registers.readDmb(0, 140)).isEqualTo(3);
    assertThat(registers.loadCond(0, 0)).isZero();
  }
}
