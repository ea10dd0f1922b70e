package io.ackfin.runtime.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.KernelSync;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class PayloadSlotsTest {
  private static final long LONG_KERNEL = 1L << 50;

  private final PayloadSlots slots = new PayloadSlots(2);

  @Test
  void addressesNameCoreAndSlotAndAreNeverZero() {
    assertThat(PayloadSlots.address(0, 0)).isEqualTo(1);
    assertThat(PayloadSlots.address(0, 1)).isEqualTo(2);
    assertThat(PayloadSlots.address(1, 0)).isEqualTo(3);
    for (int address = 1; address <= 4; address++) {
      assertThat(PayloadSlots.slot(address)).isEqualTo((address - 1) % 2);
      assertThat(PayloadSlots.other(address))
          .isEqualTo(address % 2 == 1 ? address + 1 : address - 1);
    }
  }

  @Test
  void whatWasBuiltIsRead() {
    slots.buildPlain(
        4, 123_456, 7, LONG_KERNEL, PayloadSlots.place(99_999, 5, KernelSync.BARRIER, 4));
    assertThat(slots.subtaskPlain(4)).isEqualTo(123_456);
    assertThat(slots.kernelIdPlain(4)).isEqualTo(7);
    assertThat(slots.durationPlain(4)).isEqualTo(LONG_KERNEL);
    assertThat(slots.taskPlain(4)).isEqualTo(99_999);
    assertThat(slots.activeMaskPlain(4)).isEqualTo(5);
    assertThat(slots.syncPlain(4)).isEqualTo(KernelSync.BARRIER);
    assertThat(slots.subslotBitPlain(4)).isEqualTo(4);
    assertThat(slots.subtaskPlain(3)).isZero();
  }

  @Test
  void checksumsTellPayloadsApartAndFollowThemToTheOtherSlot() {
    slots.buildPlain(1, 1, 0, 0, PayloadSlots.place(1, 1, KernelSync.NONE, 1));
    slots.buildPlain(2, 2, 0, 0, PayloadSlots.place(1, 1, KernelSync.NONE, 1));
    long first = slots.checksumPlain(1);
    assertThat(slots.checksumPlain(2)).isNotEqualTo(first);
    slots.copyToOtherPlain(1);
    assertThat(slots.checksumPlain(2)).isEqualTo(first);
    assertThat(slots.subtaskPlain(2)).isEqualTo(1);
  }
}
