package io.ackfin.handshake;

import static io.ackfin.handshake.Room.IDLE;
import static io.ackfin.handshake.Room.NONE;
import static io.ackfin.handshake.Room.PENDING_FREE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.handshake.ClusterSearch.Request;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ClusterSearchTest {
  private static final int NO_CORE = 3;

  private static int find(Room[][] clusters, Request request, boolean mayWait) {
    return ClusterSearch.find((c, p) -> clusters[c][p], clusters.length, request, mayWait);
  }

  private static Request bySubslot(ResourceShape shape) {
    return Request.of(shape.mask(), Placement.BY_SUBSLOT);
  }

  private static void assertPlace(int place, int cluster, int cube, int first, int second) {
    assertThat(ClusterSearch.cluster(place)).as("cluster").isEqualTo(cluster);
    assertThat(ClusterSearch.position(place, Subslot.AIC)).as("AIC").isEqualTo(cube);
    assertThat(ClusterSearch.position(place, Subslot.AIV0)).as("AIV0").isEqualTo(first);
    assertThat(ClusterSearch.position(place, Subslot.AIV1)).as("AIV1").isEqualTo(second);
  }

  @Test
  void anIdleClusterFurtherOnIsPreferredToWaitingInAnEarlierOne() {
    Room[][] rooms = {{PENDING_FREE, IDLE, IDLE}, {IDLE, NONE, NONE}};
    assertPlace(find(rooms, bySubslot(ResourceShape.AIC_ONLY), true), 1, 0, NO_CORE, NO_CORE);
  }

  @Test
  void withoutAnIdleClusterTheFirstWithEmptyPendingSlotsIsTaken() {
    Room[][] rooms = {{NONE, IDLE, IDLE}, {PENDING_FREE, NONE, IDLE}};
    assertPlace(find(rooms, bySubslot(ResourceShape.AIC_AIV_X1), true), 1, 0, 2, NO_CORE);
    assertThat(find(rooms, bySubslot(ResourceShape.AIC_AIV_X1), false))
        .isEqualTo(ClusterSearch.NOWHERE);
  }

  @Test
  void oneVectorSubtaskPrefersIdleBeforePendingAndFirstBeforeSecond() {
    Request one = bySubslot(ResourceShape.AIV_X1);
    assertPlace(find(new Room[][] {{NONE, IDLE, IDLE}}, one, true), 0, NO_CORE, 1, NO_CORE);
    assertPlace(find(new Room[][] {{NONE, PENDING_FREE, IDLE}}, one, true), 0, NO_CORE, 2, NO_CORE);
    assertPlace(
        find(new Room[][] {{NONE, PENDING_FREE, PENDING_FREE}}, one, true), 0, NO_CORE, 1, NO_CORE);
    assertPlace(find(new Room[][] {{NONE, NONE, PENDING_FREE}}, one, true), 0, NO_CORE, 2, NO_CORE);
  }

  @Test
  void theSecondVectorSubslotAloneTakesTheSameCores() {
    Request second = Request.of(Subslot.AIV1.bit(), Placement.BY_SUBSLOT);
    assertPlace(find(new Room[][] {{NONE, IDLE, IDLE}}, second, true), 0, NO_CORE, NO_CORE, 1);
  }

  @Test
  void bySubslotNeverPutsBothVectorSubtasksOnOneCore() {
    Room[][] rooms = {{NONE, PENDING_FREE, IDLE}};
    assertPlace(find(rooms, bySubslot(ResourceShape.AIV_X2), true), 0, NO_CORE, 1, 2);
  }

  @Test
  void selectAivPutsBothOnTheSecondCoreWhenOnlyThatIsIdle() {
    Room[][] rooms = {{NONE, PENDING_FREE, IDLE}};
    Request original = Request.of(ResourceShape.AIV_X2.mask(), Placement.SELECT_AIV);
    assertPlace(find(rooms, original, true), 0, NO_CORE, 2, 2);
    Room[][] idle = {{NONE, IDLE, IDLE}};
    assertPlace(find(idle, original, true), 0, NO_CORE, 1, 2);
  }

  @Test
  void theWholeClusterNeedsAllItsCores() {
    Request whole = bySubslot(ResourceShape.AIC_AIV_X2);
    assertThat(find(new Room[][] {{IDLE, IDLE, NONE}}, whole, true))
        .isEqualTo(ClusterSearch.NOWHERE);
    assertPlace(find(new Room[][] {{IDLE, IDLE, PENDING_FREE}}, whole, true), 0, 0, 1, 2);
  }

  @Test
  void shapeOrderPutsTheWidestFirstAndAlternatesByThread() {
    assertThat(ShapeOrder.of(0))
        .containsExactly(
            ResourceShape.AIC_AIV_X2,
            ResourceShape.AIC_AIV_X1,
            ResourceShape.AIC_ONLY,
            ResourceShape.AIV_X2,
            ResourceShape.AIV_X1);
    assertThat(ShapeOrder.of(1))
        .containsExactly(
            ResourceShape.AIC_AIV_X2,
            ResourceShape.AIV_X2,
            ResourceShape.AIC_AIV_X1,
            ResourceShape.AIV_X1,
            ResourceShape.AIC_ONLY);
    assertThat(ShapeOrder.of(2)).isEqualTo(ShapeOrder.of(0));
  }

  @Test
  void aTaskIsCompleteWhenItsDoneMaskIsItsActiveMask() {
    int active = ResourceShape.AIC_AIV_X1.mask();
    int done = DoneMask.with(0, Subslot.AIC);
    assertThat(DoneMask.complete(done, active)).isFalse();
    assertThat(DoneMask.complete(DoneMask.with(done, Subslot.AIV1), active)).isFalse();
    assertThat(DoneMask.complete(DoneMask.with(done, Subslot.AIV0), active)).isTrue();
  }
}
