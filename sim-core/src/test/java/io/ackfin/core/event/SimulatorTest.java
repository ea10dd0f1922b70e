package io.ackfin.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.core.trace.Lanes;
import io.ackfin.core.trace.TraceListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class SimulatorTest {
  private final KernelFixture kernel = new KernelFixture();
  private final Simulator simulator = kernel.simulator();
  private final Event step = kernel.logging("core step", Phase.DEVICE, 0);

  @Test
  void timeMovesFromEventToEvent() {
    Event late = kernel.logging("late", Phase.DEVICE, 1);
    simulator.at(40, late);
    simulator.after(15, step);
    assertThat(simulator.pending()).isEqualTo(2);
    assertThat(step.tick()).isEqualTo(15);

    assertThat(simulator.run()).isEqualTo(RunEnd.EXHAUSTED);

    assertThat(kernel.log()).containsExactly("15:core step", "40:late");
    assertThat(simulator.now()).isEqualTo(40);
    assertThat(simulator.executed()).isEqualTo(2);
    assertThat(simulator.pending()).isZero();
  }

  @Test
  void anEventMayScheduleItselfAgainFromItsOwnAction() {
    long[] runs = new long[1];
    Event[] self = new Event[1];
    self[0] =
        simulator.event(
            "poll",
            Phase.DEVICE,
            0,
            () -> {
              if (++runs[0] < 5) {
                simulator.after(10, self[0]);
              }
            });
    simulator.after(0, self[0]);
    simulator.run();
    assertThat(runs[0]).isEqualTo(5);
    assertThat(simulator.now()).isEqualTo(40);
  }

  @Test
  void stopEndsTheRunAfterTheEventAndAnotherRunGoesOn() {
    simulator.at(10, simulator.event("limit", Phase.STOP, 0, simulator::stop));
    simulator.at(10, step);
    Event later = kernel.logging("later", Phase.DEVICE, 0);
    simulator.at(20, later);

    assertThat(simulator.run()).isEqualTo(RunEnd.STOPPED);
    assertThat(kernel.log()).containsExactly("10:core step");
    assertThat(later.isPending()).isTrue();

    assertThat(simulator.run()).isEqualTo(RunEnd.EXHAUSTED);
    assertThat(kernel.log()).containsExactly("10:core step", "20:later");
  }

  @Test
  void runUntilIncludesItsTickAndMovesTimeOnlyIfSomethingIsLeft() {
    Event later = kernel.logging("later", Phase.DEVICE, 0);
    simulator.at(10, step);
    simulator.at(100, later);

    assertThat(simulator.runUntil(10)).isEqualTo(RunEnd.LIMIT);
    assertThat(kernel.log()).containsExactly("10:core step");
    assertThat(simulator.runUntil(60)).isEqualTo(RunEnd.LIMIT);
    assertThat(simulator.now()).isEqualTo(60);

    // An event that is scheduled behind the limit, yet before what was already pending, is not
    // lost.
    simulator.at(61, step);
    assertThat(simulator.runUntil(5000)).isEqualTo(RunEnd.EXHAUSTED);
    assertThat(kernel.log()).containsExactly("10:core step", "61:core step", "100:later");
    assertThat(simulator.now()).isEqualTo(100);
  }

  @Test
  void noLaterThanSchedulesOrMovesForwardButNeverBack() {
    simulator.noLaterThan(20, step);
    simulator.noLaterThan(30, step);
    assertThat(step.tick()).isEqualTo(20);
    simulator.noLaterThan(10, step);
    simulator.run();
    assertThat(kernel.log()).containsExactly("10:core step");
    assertThat(simulator.pending()).isZero();
  }

  /** The place of rank 1 has passed for an event of rank 2, also when that one lets rank 0 run. */
  @Test
  void aPlaceHasPassedWhenALaterOneHasRun() {
    Event asked = simulator.event("asked", Phase.DEVICE, 1, () -> {});
    List<String> told = new ArrayList<>();
    Event before =
        simulator.event(
            "before",
            Phase.DEVICE,
            0,
            () -> told.add(simulator.now() + " " + simulator.hasPassed(asked)));
    Event after =
        simulator.event(
            "after",
            Phase.DEVICE,
            2,
            () -> {
              told.add(simulator.now() + " " + simulator.hasPassed(asked));
              simulator.after(0, before);
            });
    simulator.at(5, before);
    simulator.run();
    simulator.at(7, after);
    simulator.run();
    assertThat(told).containsExactly("5 false", "7 true", "7 true");
  }

  @Test
  void allPlacesHavePassedAtALimit() {
    simulator.at(10, step);
    simulator.at(20, kernel.logging("later", Phase.DEVICE, 0));
    simulator.runUntil(15);
    assertThat(simulator.hasPassed(step)).isTrue();
  }

  @Test
  void cancelTakesAnEventBackAndSaysWhetherItWasPending() {
    simulator.at(10, step);
    assertThat(simulator.cancel(step)).isTrue();
    assertThat(simulator.cancel(step)).isFalse();
    assertThat(step.isPending()).isFalse();
    simulator.at(12, step);
    simulator.run();
    assertThat(kernel.log()).containsExactly("12:core step");
  }

  @Test
  void schedulingIntoThePastNamesEventAndTick() {
    simulator.at(10, step);
    simulator.run();
    assertThatThrownBy(() -> simulator.at(9, step))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "event \"core step\" at tick 9: in the past (expected: >= 10, the current tick)");
    assertThatThrownBy(() -> simulator.after(-1, step))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "event \"core step\" at tick 9: in the past (expected: >= 10, the current tick)");
    assertThatThrownBy(() -> simulator.runUntil(9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("limit: tick 9 (expected: >= 10, the current tick)");
  }

  @Test
  void schedulingTwiceNamesEventAndTick() {
    simulator.at(10, step);
    assertThatThrownBy(() -> simulator.at(11, step))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "event \"core step\" at tick 11: already pending for tick 10 "
                + "(expected: scheduled once at a time)");
    assertThat(step.tick()).isEqualTo(10);
    assertThat(simulator.pending()).isEqualTo(1);
  }

  @Test
  void timeOverflowNamesEventAndTick() {
    simulator.at(10, step);
    simulator.run();
    assertThatThrownBy(() -> simulator.after(Long.MAX_VALUE - 9, step))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "delay of event \"core step\": 9223372036854775798 at tick 10 "
                + "(expected: a tick that fits into 63 bits)");
    simulator.after(Long.MAX_VALUE - 10, step);
    simulator.run();
    assertThat(simulator.now()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void anEventOfAnotherSimulatorIsRefused() {
    Event foreign = new KernelFixture().logging("foreign", Phase.DEVICE, 0);
    for (Runnable call :
        List.<Runnable>of(() -> simulator.at(7, foreign), () -> simulator.cancel(foreign))) {
      assertThatThrownBy(call::run)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("\"foreign\"")
          .hasMessageContaining("belongs to another simulator");
    }
  }

  @Test
  void aNegativeRankIsRefused() {
    assertThatThrownBy(() -> simulator.event("step", Phase.DEVICE, -1, () -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rank of event \"step\": -1 (expected: >= 0)");
  }

  @Test
  void aFailingActionStopsTheRunWithTickAndNameAndItsCause() {
    RuntimeException cause = new IllegalStateException("no such slot");
    simulator.at(
        25,
        simulator.event(
            "dispatch",
            Phase.DEVICE,
            0,
            () -> {
              throw cause;
            }));
    simulator.at(30, step);
    assertThatThrownBy(simulator::run)
        .isInstanceOfSatisfying(
            EventFailedException.class,
            failure -> {
              assertThat(failure.tick()).isEqualTo(25);
              assertThat(failure.eventName()).isEqualTo("dispatch");
            })
        .hasCause(cause)
        .hasMessageContaining("\"dispatch\" failed at tick 25");
    assertThat(kernel.log()).isEmpty();
  }

  @Test
  void runWithinARunAndStopOutsideOneAreRefused() {
    simulator.at(5, simulator.event("nested", Phase.DEVICE, 0, simulator::run));
    assertThatThrownBy(simulator::run)
        .isInstanceOf(EventFailedException.class)
        .hasRootCauseMessage("run: called at tick 5 from an event (expected: from outside a run)");
    assertThatThrownBy(simulator::stop).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aTraceListenerCannotChangeTheRun() {
    List<Runnable> attempts = new ArrayList<>();
    List<Throwable> refusals = new ArrayList<>();
    KernelFixture traced =
        new KernelFixture()
            .with(new Meddler(() -> attempts.forEach(call -> refusals.add(failureOf(call)))));
    Simulator watched = traced.simulator();
    Event other = traced.logging("other", Phase.DEVICE, 1);
    attempts.addAll(
        List.of(
            () -> watched.at(9, other),
            () -> watched.after(0, other),
            () -> watched.cancel(other),
            () -> watched.event("new", Phase.DEVICE, 0, () -> {}),
            watched::stop,
            watched::run,
            () -> watched.tracer().instant(0, "echo", 0, 0)));
    int lane = watched.lanes().declare("cluster 0", "AIC");
    watched.at(
        5,
        watched.event(
            "emit", Phase.DEVICE, 0, () -> watched.tracer().instant(lane, "start", 5, 1)));
    assertThat(watched.run()).isEqualTo(RunEnd.EXHAUSTED);
    assertThat(refusals)
        .hasSize(attempts.size())
        .allSatisfy(
            refusal ->
                assertThat(refusal)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("from a trace listener"));
    assertThat(refusals.get(0)).hasMessageContaining("\"other\" at tick 9");
    assertThat(other.isPending()).isFalse();
  }

  @Test
  void listenersAreCopiedAndWithoutAnyThereIsNoTracer() {
    assertThat(simulator.tracer()).isNull();
    List<TraceListener> listeners = new ArrayList<>();
    Simulator quiet = new Simulator(TieOrder.asWired(), listeners);
    listeners.add(new Meddler(() -> {}));
    assertThat(quiet.tracer()).isNull();
  }

  private static Throwable failureOf(Runnable call) {
    try {
      call.run();
      return null;
    } catch (IllegalStateException refusal) {
      return refusal;
    }
  }

  /** A listener that does something when it hears an instant. */
  private record Meddler(Runnable onInstant) implements TraceListener {
    @Override
    public void start(Lanes lanes) {}

    @Override
    public void span(int lane, String name, long begin, long end, long id) {}

    @Override
    public void instant(int lane, String name, long tick, long id) {
      onInstant.run();
    }

    @Override
    public void counter(int lane, String name, long tick, long value) {}

    @Override
    public void flowStart(int lane, String name, long tick, long id) {}

    @Override
    public void flowEnd(int lane, String name, long tick, long id) {}
  }
}
