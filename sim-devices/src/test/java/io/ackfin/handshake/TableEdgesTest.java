package io.ackfin.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which row can follow which. */
@Tag("unit")
class TableEdgesTest {
  private static List<String> core(Protocol protocol) {
    return TableEdges.ofCore(protocol.tables()).stream().map(TableEdges.Edge::name).toList();
  }

  private static List<String> scheduler(Protocol protocol) {
    return TableEdges.ofScheduler(protocol.tables()).stream().map(TableEdges.Edge::name).toList();
  }

  @Test
  void onlyWhatCanBeReachedCounts() {
    assertThat(core(Protocol.of(Variant.DUAL_SLOT)))
        .containsExactly(
            "POLL -> INVALIDATE",
            "POLL -> EXIT",
            "INVALIDATE -> POINTER",
            "POINTER -> ACK",
            "ACK -> START",
            "START -> END",
            "END -> OUTPUT",
            "OUTPUT -> BEHIND",
            "BEHIND -> POLL",
            "BEHIND -> FIN",
            "FIN -> POLL",
            "EXIT -> STOPPED");
    assertThat(core(Protocol.of(Variant.DUAL_SLOT).startingBy(Startup.HANDSHAKE)))
        .contains("CALLED -> REPORTED", "DONE_SAID -> POLL");
    assertThat(core(Protocol.of(Variant.SINGLE_SLOT))).doesNotContain("OUTPUT -> BEHIND");
  }

  /** The choice of a program is an edge; a wait that goes on is none. */
  @Test
  void programsBeginAtHomeAndEndThere() {
    assertThat(scheduler(Protocol.of(Variant.DUAL_SLOT)))
        .startsWith("HOME -> BUILD", "HOME -> POLL", "HOME -> LOOK", "HOME -> EXIT")
        .contains("BUILD -> POINTER", "BUILD -> GUARD", "GUARD -> POINTER", "POLL -> HOME")
        .contains("HOME -> EMERGENCY", "EMERGENCY -> HOME")
        .doesNotContain("GUARD -> GUARD", "GUARD -> ABORT", "HOME -> HOME", "HOME -> RING");
    assertThat(scheduler(Protocol.of(Variant.DUAL_SLOT).with(Addition.GUARD_ABORT)))
        .contains("GUARD -> ABORT", "ABORT -> HOME");
    assertThat(scheduler(Protocol.of(Variant.DUAL_SLOT).startingBy(Startup.HANDSHAKE)))
        .startsWith("HOME -> START_POINTER")
        .contains("STARTED -> HOME");
  }

  @Test
  void earlyStagingAddsGateAndBell() {
    Protocol staging = Protocol.of(Variant.DUAL_SLOT).staging(true);
    assertThat(core(staging))
        .contains("POINTER -> GATE", "GATE -> BELL", "GATE -> ACK", "BELL -> ACK", "BELL -> EXIT")
        .doesNotContain("POINTER -> ACK");
    assertThat(scheduler(staging)).contains("HOME -> RING", "RING -> HOME");
  }

  /** An edge's positions are those that programs have. */
  @Test
  void positionsAreThoseOfThePrograms() {
    Tables tables = Protocol.of(Variant.DUAL_SLOT).tables();
    long polling = CoreProgram.start(tables);
    long found = CoreProgram.after(tables, polling, 1);
    assertThat(TableEdges.ofCore(tables))
        .contains(
            new TableEdges.Edge(
                CoreProgram.position(polling), CoreProgram.position(found), "POLL -> INVALIDATE"));
    long begun = SchedulerProgram.beginDispatch(Book.initial(tables));
    long built = SchedulerProgram.after(tables, begun, 0);
    assertThat(TableEdges.ofScheduler(tables))
        .contains(
            new TableEdges.Edge(
                SchedulerProgram.position(begun),
                SchedulerProgram.position(built),
                "BUILD -> POINTER"));
  }
}
