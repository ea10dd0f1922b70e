package io.ackfin.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.core.event.Event;
import io.ackfin.core.event.KernelFixture;
import io.ackfin.core.event.Phase;
import io.ackfin.core.event.Simulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class TracerTest {
  private final RecordingTrace second = new RecordingTrace();
  private final KernelFixture kernel = new KernelFixture().listening().with(second);
  private final Simulator simulator = kernel.simulator();
  private final Tracer tracer = simulator.tracer();

  @Test
  void everyListenerIsToldEveryWordInOrder() {
    int scheduler = simulator.lanes().declare("AICPU", "scheduler 0");
    int core = simulator.lanes().declare("cluster 0", "AIC");
    Event emit =
        simulator.event(
            "emit",
            Phase.DEVICE,
            0,
            () -> {
              tracer.flowStart(scheduler, "dispatch", 90, 7);
              tracer.flowEnd(core, "dispatch", 100, 7);
              tracer.span(core, "kernel", 100, 250, 7);
              tracer.instant(core, "FIN", 250, 7);
              tracer.counter(scheduler, "ready", 250, 3);
            });
    simulator.at(250, emit);
    simulator.run();
    assertThat(kernel.trace().lines())
        .containsExactly(
            "flowStart scheduler 0 dispatch 90 #7",
            "flowEnd AIC dispatch 100 #7",
            "span AIC kernel 100..250 #7",
            "instant AIC FIN 250 #7",
            "counter scheduler 0 ready 250 =3");
    assertThat(second.lines()).isEqualTo(kernel.trace().lines());
  }

  @Test
  void aSimulatorMayBeChangedAgainAfterAnEmission() {
    int lane = simulator.lanes().declare("cluster 0", "AIC");
    Event next = kernel.logging("next", Phase.DEVICE, 0);
    Event emit =
        simulator.event(
            "emit",
            Phase.DEVICE,
            0,
            () -> {
              tracer.span(lane, "kernel", 0, 0, 1);
              tracer.instant(lane, "FIN", 0, 1);
              tracer.counter(lane, "ready", 0, 0);
              tracer.flowStart(lane, "dispatch", 0, 1);
              tracer.flowEnd(lane, "dispatch", 0, 1);
              simulator.after(5, next);
            });
    simulator.at(0, emit);
    simulator.run();
    assertThat(kernel.log()).containsExactly("5:next");
  }

  @Test
  void emissionsThatCannotBeShownAreRefused() {
    int lane = simulator.lanes().declare("cluster 0", "AIC");
    assertThatThrownBy(() -> tracer.instant(lane, "FIN", 0, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("trace of \"FIN\": before the run (expected: emitted by events)");
    simulator.run();
    assertThatThrownBy(() -> tracer.span(lane, "kernel", 10, 9, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("end of span \"kernel\": 9 (expected: >= 10, its begin)");
    assertThatThrownBy(() -> tracer.counter(1, "ready", 10, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lane of \"ready\": 1 (expected: 0..0)");
    assertThatThrownBy(() -> tracer.flowEnd(-1, "dispatch", 10, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(kernel.trace().lines()).isEmpty();
  }

  @Test
  void lanesAreNumberedInOrderDeclaredOnceAndOnlyBeforeTheRun() {
    Lanes lanes = simulator.lanes();
    assertThat(lanes.declare("cluster 0", "AIC")).isZero();
    assertThat(lanes.declare("cluster 1", "AIC")).isEqualTo(1);
    assertThat(lanes.size()).isEqualTo(2);
    assertThat(lanes.process(1)).isEqualTo("cluster 1");
    assertThat(lanes.track(1)).isEqualTo("AIC");
    assertThatThrownBy(() -> lanes.declare("cluster 0", "AIC"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lane: track \"AIC\" of process \"cluster 0\" (expected: declared once)");
    simulator.run();
    assertThatThrownBy(() -> lanes.declare("cluster 2", "AIC"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("expected: declared before the run starts");
  }
}
