package io.ackfin.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ResourceShapeTest {
  @Test
  void everyMaskHasItsShape() {
    assertThat(ResourceShape.ofMask(0b001)).isEqualTo(ResourceShape.AIC_ONLY);
    assertThat(ResourceShape.ofMask(0b010)).isEqualTo(ResourceShape.AIV_X1);
    assertThat(ResourceShape.ofMask(0b100)).isEqualTo(ResourceShape.AIV_X1);
    assertThat(ResourceShape.ofMask(0b110)).isEqualTo(ResourceShape.AIV_X2);
    assertThat(ResourceShape.ofMask(0b011)).isEqualTo(ResourceShape.AIC_AIV_X1);
    assertThat(ResourceShape.ofMask(0b101)).isEqualTo(ResourceShape.AIC_AIV_X1);
    assertThat(ResourceShape.ofMask(0b111)).isEqualTo(ResourceShape.AIC_AIV_X2);
  }

  @Test
  void canonicalMaskGivesTheShapeBack() {
    for (ResourceShape shape : ResourceShape.values()) {
      assertThat(ResourceShape.ofMask(shape.mask())).isEqualTo(shape);
    }
    assertThat(ResourceShape.values()).hasSize(ResourceShape.COUNT);
    assertThat(Subslot.values()).hasSize(Subslot.COUNT);
  }

  @Test
  void refusesAMaskThatIsNoTask() {
    assertThatThrownBy(() -> ResourceShape.ofMask(0)).hasMessageContaining("activeMask: 0");
    assertThatThrownBy(() -> ResourceShape.ofMask(8)).hasMessageContaining("activeMask: 8");
  }

  @Test
  void onlySingleCoreShapesFitOnePendingSlot() {
    assertThat(ResourceShape.AIC_ONLY.singleCore()).isTrue();
    assertThat(ResourceShape.AIV_X1.singleCore()).isTrue();
    assertThat(ResourceShape.AIV_X2.singleCore()).isFalse();
    assertThat(ResourceShape.AIC_AIV_X1.singleCore()).isFalse();
  }
}
