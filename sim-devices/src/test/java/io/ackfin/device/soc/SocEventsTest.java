package io.ackfin.device.soc;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.event.Simulator;
import io.ackfin.core.event.TieOrder;
import io.ackfin.core.random.KeyedRandom;
import io.ackfin.device.aicpu.DispatchPolicy;
import io.ackfin.handshake.Fault;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.workload.TaskGraph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a chip tells about one task, in which order and at which tick, worked out on paper. */
@Tag("unit")
class SocEventsTest {
  private static final long LONG_AFTER = 10_000_000;

  private final List<String> told = new ArrayList<>();

  /** A chip that has run independent tasks of 2 us. */
  private Soc ran(Protocol protocol, int tasks) {
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int task = 0; task < tasks; task++) {
      graph.task(ResourceShape.AIC_ONLY, 2_000_000);
    }
    Simulator simulator = new Simulator(TieOrder.asWired(), List.of());
    told.clear();
    Soc soc =
        new Soc(
            SocSetup.of(
                Preset.REFERENCE.spec(),
                protocol,
                new DispatchPolicy(Placement.BY_SUBSLOT, PendingDispatch.SPIN),
                graph.build(),
                new KeyedRandom(1),
                (event, tick, core, detail, item) -> {
                  if (core <= 0) {
                    told.add(event + " " + tick + " " + core + " " + detail + " " + item);
                  }
                }),
            simulator);
    soc.start();
    simulator.runUntil(LONG_AFTER);
    return soc;
  }

  @Test
  void theLifeOfOneTaskOnOneCore() {
    Soc soc = ran(Protocol.of(Variant.DUAL_SLOT), 1);
    assertThat(soc.finished()).isTrue();
    assertThat(told)
        .containsExactly(
            "SUBMITTED 0 -1 -1 0",
            "READY 0 -1 -1 0",
            "BUILT 1400000 0 0 0",
            "PUBLISHED 1405000 0 1 0",
            "RECEIVED 1552000 0 1 -1",
            "ACKNOWLEDGED 1901000 0 1 -1",
            "KERNEL_STARTED 1901000 0 0 0",
            "KERNEL_ENDED 3901000 0 0 0",
            "OUTPUT_VISIBLE 3901000 0 1 -1",
            "FINISHED 3901000 0 1 -1",
            "COMPLETED 4105000 0 3 0",
            "BELIEVED_IDLE 4105000 0 -1 -1",
            "TASK_COMPLETED 5105000 -1 -1 0",
            // The store takes 5 ns, arrives 140 ns later and is read at 3901 + 140 * 9.7.
            "EXIT_STORED 5110000 0 -1 -1",
            "EXITED 5259000 0 -1 -1",
            // The answer is visible at 5379 and loaded by 5510; idle and the window are two stores.
            "CLOSED 5520000 0 -1 -1");
  }

  /** This chip's control CPU gates nothing, and a look at a gate belongs to reading the payload. */
  @ParameterizedTest
  @EnumSource(Variant.class)
  void aGateThatNothingWaitsAtTakesNoTime(Variant variant) {
    ran(Protocol.of(variant), 2);
    List<String> ungated = List.copyOf(told);
    assertThat(ran(Protocol.of(variant).staging(true), 2).finished()).isTrue();
    assertThat(told).isEqualTo(ungated);
  }

  @Test
  void anOwnerThatLeavesWithoutExitLeavesItsCorePolling() {
    Soc soc = ran(Protocol.of(Variant.DUAL_SLOT).withFault(Fault.LEAVE_WITHOUT_EXIT), 1);
    assertThat(soc.finished()).isFalse();
    assertThat(told).endsWith("TASK_COMPLETED 5105000 -1 -1 0", "CLOSED 5105000 0 -1 -1");
  }
}
