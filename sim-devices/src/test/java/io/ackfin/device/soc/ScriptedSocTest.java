package io.ackfin.device.soc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.core.event.Event;
import io.ackfin.core.event.Phase;
import io.ackfin.core.event.Simulator;
import io.ackfin.core.event.TieOrder;
import io.ackfin.device.soc.ScriptedSetup.Output;
import io.ackfin.handshake.Book;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.workload.TaskGraph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A chip with one core and two threads, told what to do one tick after another. */
@Tag("unit")
class ScriptedSocTest {
  private static final Protocol DUAL = Protocol.of(Variant.DUAL_SLOT);
  private static final long TICK = 1_000;

  private final Simulator simulator = new Simulator(TieOrder.asWired(), List.of());
  private final List<String> told = new ArrayList<>();
  private final Event event = simulator.event("test", Phase.DELIVERY, 0, this::onEvent);
  private Runnable action = () -> {};
  private ScriptedSoc soc;

  private void build(Protocol protocol, Output output) {
    TaskGraph.Builder graph = TaskGraph.builder();
    graph.task(ResourceShape.AIC_ONLY, 0);
    graph.task(ResourceShape.AIC_ONLY, 0);
    soc =
        new ScriptedSoc(
            new ScriptedSetup(
                new ScriptedLayout(1, 0),
                protocol,
                graph.build(),
                List.of("owner", "other"),
                output,
                (event, tick, core, detail, item) -> told.add(event + " " + detail + " " + item),
                TICK),
            simulator);
    soc.start();
    simulator.run();
  }

  private void onEvent() {
    action.run();
  }

  /** Does something at the next tick, and what cores then do at that tick. */
  private void tell(Runnable next) {
    action = next;
    simulator.at((simulator.now() / TICK + 1) * TICK, event);
    simulator.run();
  }

  private void core(boolean seesCopy) {
    tell(() -> soc.goOn(0, seesCopy));
  }

  private void cores(int rows) {
    for (int row = 0; row < rows; row++) {
      core(false);
    }
  }

  private void owner() {
    tell(() -> soc.thread(0).goOn(false));
    soc.noteDispatch(0);
  }

  private void visible(int thread, int position) {
    tell(() -> soc.stores(thread).becomeVisible(position, simulator.now()));
  }

  private void allVisible() {
    while (soc.stores(0).size() > 0) {
      visible(0, 0);
    }
  }

  /** Payload, pointer and id of a subtask, all visible; the thread is before its last barrier. */
  private void dispatch(int subtask, boolean gated) {
    tell(() -> soc.thread(0).dispatch(0, subtask, gated));
    while (!soc.thread(0).home()) {
      owner();
      allVisible();
    }
  }

  @Test
  void nothingHappensUntilItIsTold() {
    build(DUAL.startingBy(Startup.HANDSHAKE), Output.PUBLISHED);
    assertThat(soc.core(0).next()).isEqualTo(CoreOperation.AWAIT_CALL);
    assertThat(soc.thread(0).home()).isTrue();
    assertThat(told)
        .containsExactly("SUBMITTED -1 0", "READY -1 0", "SUBMITTED -1 1", "READY -1 1");
    cores(2);
    assertThat(soc.core(0).next()).as("nobody has called").isEqualTo(CoreOperation.AWAIT_CALL);
  }

  @Test
  void aStoreIsThereWhenItHasArrivedAndNotBefore() {
    build(DUAL.without(Protection.STORE_ORDER), Output.PUBLISHED);
    tell(() -> soc.thread(0).dispatch(0, 1, false));
    owner();
    owner();
    assertThat(soc.thread(0).next()).isEqualTo(SchedulerOperation.FENCE);
    PostedStores stores = soc.stores(0);
    assertThat(List.of(stores.location(0), stores.location(1), stores.location(2)))
        .containsExactly(Location.PAYLOAD, Location.HANK, Location.DMB);
    core(false);
    assertThat(soc.core(0).next()).as("no id yet").isEqualTo(CoreOperation.READ_DMB);
    visible(0, 2);
    cores(4);
    assertThat(soc.core(0).next()).isEqualTo(CoreOperation.START_KERNEL);
    core(false);
    assertThat((int) soc.access().word()).as("no payload yet").isEqualTo(-1);
    visible(0, 0);
    core(false);
    assertThat((int) soc.access().word()).isEqualTo(1);
    assertThat(told)
        .containsSubsequence(
            "BUILT 0 1",
            "PUBLISHED 1 1",
            "ID_VISIBLE 1 1",
            "KERNEL_STARTED 0 -1",
            "PAYLOAD_VISIBLE 0 1",
            "KERNEL_ENDED 0 1");
  }

  @Test
  void aCoreSeesItsCopyOnlyWhenToldSo() {
    build(DUAL.without(Protection.CACHE_INVALIDATE), Output.PUBLISHED);
    dispatch(0, false);
    cores(7);
    assertThat(soc.core(0).next()).isEqualTo(CoreOperation.WRITE_FIN);
    core(false);
    tell(() -> soc.thread(0).poll(0));
    dispatch(1, false);
    core(false);
    core(true);
    assertThat(soc.access().word()).as("hank.task, from the cache").isZero();
    assertThat(soc.sawCopy()).isTrue();
    core(false);
    assertThat(soc.sawCopy()).as("a row that reads no line").isFalse();
  }

  /** The other thread rings; the core's book stays the owner's. */
  @Test
  void aGatedPayloadWaitsForItsDoorbell() {
    build(DUAL.staging(true), Output.PUBLISHED);
    dispatch(0, true);
    long book = soc.books().of(0);
    cores(6);
    assertThat(soc.core(0).next()).isEqualTo(CoreOperation.AWAIT_BELL);
    tell(() -> soc.thread(1).ring(0, 1));
    core(false);
    assertThat(soc.core(0).next()).as("not heard yet").isEqualTo(CoreOperation.AWAIT_BELL);
    visible(1, 0);
    core(false);
    assertThat(soc.core(0).next()).isEqualTo(CoreOperation.WRITE_ACK);
    assertThat(soc.books().of(0)).isEqualTo(book);
    assertThat(Book.busy(book)).isTrue();
  }

  @Test
  void aPayloadThatIsNotGatedDoesNotWait() {
    build(DUAL.staging(true), Output.PUBLISHED);
    dispatch(0, false);
    cores(4);
    assertThat(soc.core(0).next()).isEqualTo(CoreOperation.WRITE_ACK);
  }

  @Test
  void anEmergencyExitIsOneStoreAndNoMore() {
    build(DUAL, Output.PUBLISHED);
    tell(() -> soc.thread(1).exitInEmergency(0));
    assertThat(soc.thread(1).home()).isTrue();
    visible(1, 0);
    cores(2);
    assertThat(soc.core(0).halted()).isTrue();
    assertThat(told).contains("EXITED -1 -1").doesNotContain("CLOSED -1 -1");
  }

  @Test
  void outputBecomesVisibleWhenTheSetupSaysSo() {
    build(DUAL, Output.POSTED);
    dispatch(0, false);
    cores(7);
    assertThat(soc.core(0).next()).isEqualTo(CoreOperation.LOOK_BEHIND);
    assertThat(soc.outputsOnTheirWay(0)).isEqualTo(1);
    assertThat(told).doesNotContain("OUTPUT_VISIBLE 1 -1");
    tell(() -> soc.outputArrives(0, simulator.now()));
    assertThat(told).contains("OUTPUT_VISIBLE 1 -1");
    assertThat(soc.outputsOnTheirWay(0)).isZero();
  }

  @Test
  void aThreadInAProgramBeginsNoOther() {
    build(DUAL, Output.PUBLISHED);
    tell(() -> soc.thread(0).dispatch(0, 0, false));
    assertThatThrownBy(() -> soc.thread(0).poll(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("begin: STORE_POINTER on core 0 (expected: between two programs)");
  }
}
