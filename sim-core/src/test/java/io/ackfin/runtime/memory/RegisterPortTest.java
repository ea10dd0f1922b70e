package io.ackfin.runtime.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.runtime.record.Lane;
import io.ackfin.runtime.record.RecordKind;
import io.ackfin.runtime.record.Recorder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RegisterPortTest {
  private static final int CORES = 3;

  private final RegisterFile file = new RegisterFile(CORES);
  private final RegisterPort port = new RegisterPort(file, null);

  @Test
  void everyRegisterOfEveryCoreIsACellOfItsOwn() {
    int value = 1;
    for (int core = 0; core < CORES; core++) {
      for (Register register : Register.values()) {
        assertThat(port.loadAcquire(register, core)).isZero();
        port.storeRelease(register, core, value++);
      }
    }
    value = 1;
    for (int core = 0; core < CORES; core++) {
      for (Register register : Register.values()) {
        assertThat(port.loadAcquire(register, core)).isEqualTo(value++);
      }
    }
  }

  @Test
  void namedAccessesReachTheirRegisters() {
    port.storeDmbRelease(1, 11);
    port.storeCondRelease(1, 12);
    port.storeTaskOpaque(1, 13);
    assertThat(port.dmbAcquire(1)).isEqualTo(port.loadAcquire(Register.DMB, 1)).isEqualTo(11);
    assertThat(port.condAcquire(1)).isEqualTo(port.loadAcquire(Register.COND, 1)).isEqualTo(12);
    assertThat(port.pollCondAcquire(1)).isEqualTo(12);
    assertThat(port.taskOpaque(1)).isEqualTo(port.loadAcquire(Register.TASK, 1)).isEqualTo(13);
  }

  @Test
  void theDoorbellLeavesTheLowerHalfAlone() {
    port.storeDmbRelease(0, 5);
    port.storeDoorbellRelease(0, 5);
    port.storeDmbRelease(0, 6);
    assertThat(port.dmbAcquire(0)).isEqualTo(6);
    assertThat(port.doorbellAcquire(0)).isEqualTo(5);
  }

  @Test
  void aReportTellsCoresAndTypesApart() {
    assertThat(RegisterPort.report(0, false)).isNotZero();
    assertThat(RegisterPort.report(0, true)).isNotEqualTo(RegisterPort.report(0, false));
    assertThat(RegisterPort.report(1, true)).isNotEqualTo(RegisterPort.report(0, true));
  }

  @Test
  void accessesAreRecordedWithValueAndTimes() {
    Recorder recorder = new Recorder("core 2", 16, CORES, System.nanoTime());
    RegisterPort recording = new RegisterPort(file, recorder);
    recording.storeTaskOpaque(2, 6);
    recording.storeDmbRelease(2, 1);
    recording.taskOpaque(2);
    recording.storeCondRelease(2, CondWord.ack(1));
    recording.condAcquire(2);
    int cond = recording.pollCondAcquire(2);
    recording.decided(2, cond, CompletionCase.B, 4, 1);
    Lane lane = recorder.lane();
    assertThat(lane.size()).isEqualTo(6);
    RecordKind[] kinds = {
      RecordKind.STORE, RecordKind.STORE, RecordKind.LOAD,
      RecordKind.STORE, RecordKind.LOAD, RecordKind.POLL
    };
    int[] registers = {
      Register.TASK.ordinal(), Register.DMB.ordinal(), Register.TASK.ordinal(),
      Register.COND.ordinal(), Register.COND.ordinal(), CompletionCase.B.ordinal()
    };
    int[] values = {6, 1, 6, 1, 1, 1};
    for (int i = 0; i < kinds.length; i++) {
      assertThat(lane.kind(i)).isEqualTo(kinds[i]);
      assertThat(lane.detail(i)).isEqualTo(registers[i]);
      assertThat(lane.value(i)).isEqualTo(values[i]);
      assertThat(lane.core(i)).isEqualTo(2);
      assertThat(lane.endNs(i)).isGreaterThanOrEqualTo(lane.beginNs(i));
      assertThat(lane.beginNs(i)).isGreaterThanOrEqualTo(i == 0 ? 0 : lane.endNs(i - 1));
    }
    assertThat(lane.extra(5)).isEqualTo(Recorder.pair(4, 1));
  }
}
