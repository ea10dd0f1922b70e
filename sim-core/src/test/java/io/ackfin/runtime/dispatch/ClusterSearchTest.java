package io.ackfin.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.DispatchId;
import io.ackfin.protocol.ResourceShape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ClusterSearchTest {
  private static final Chip CHIP = Chip.ofClusters(3);
  private static final ClusterRange ALL = new ClusterRange(0, 3);

  /** Rooms by core, cluster by cluster: i idle, p running with an empty pending slot, x neither. */
  private static ClusterSearch search(String rooms, RuntimeSpec spec) {
    List<CoreBook> books = new ArrayList<>();
    for (char room : rooms.replace(" ", "").toCharArray()) {
      CoreBook book = new CoreBook(books.size(), DispatchId.FULL);
      book.running.id = room == 'i' ? InFlight.NONE : 1;
      book.pending.id = room == 'x' ? 2 : InFlight.NONE;
      books.add(book);
    }
    return new ClusterSearch(spec.with(changes -> changes.chip = CHIP), books);
  }

  private static ClusterSearch search(String rooms) {
    return search(rooms, RuntimeSpec.defaults());
  }

  @Test
  void theFirstClusterThatFitsIsTaken() {
    assertThat(search("iii iii iii").find(ResourceShape.AIC_AIV_X2, ALL)).isZero();
    assertThat(search("xii iii iii").find(ResourceShape.AIC_ONLY, ALL)).isEqualTo(1);
    assertThat(search("iii iii iii").find(ResourceShape.AIV_X1, new ClusterRange(2, 3)))
        .isEqualTo(2);
  }

  @Test
  void idleCoresGoBeforeRoomBehindRunningOnes() {
    assertThat(search("ppp ppp ixx").find(ResourceShape.AIC_ONLY, ALL)).isEqualTo(2);
    assertThat(search("ppp pip xxi").find(ResourceShape.AIV_X1, ALL)).isEqualTo(1);
  }

  @Test
  void aClusterMixesIdleAndRunningCoresOnlyInTheSecondPass() {
    assertThat(search("pii xii iii").find(ResourceShape.AIC_AIV_X2, ALL)).isEqualTo(2);
    assertThat(search("xii pii pix").find(ResourceShape.AIC_AIV_X2, ALL)).isEqualTo(1);
    assertThat(search("xii pix ipx").find(ResourceShape.AIC_AIV_X1, ALL)).isEqualTo(1);
  }

  @Test
  void withoutRoomThereIsNoCluster() {
    assertThat(search("xii ixi iix").find(ResourceShape.AIC_AIV_X2, ALL))
        .isEqualTo(ClusterSearch.NONE);
    assertThat(search("iii iii iii").find(ResourceShape.AIC_ONLY, ClusterRange.NONE))
        .isEqualTo(ClusterSearch.NONE);
  }

  @Test
  void theSecondPassIsLeftOutWhereOnlyThePipelineFillsPendingSlotsOrThereAreNone() {
    RuntimeSpec skip =
        RuntimeSpec.defaults().with(spec -> spec.pendingDispatch = PendingDispatch.SKIP);
    RuntimeSpec single = RuntimeSpec.defaults().with(spec -> spec.variant = Variant.SINGLE_SLOT);
    for (RuntimeSpec spec : List.of(skip, single)) {
      assertThat(search("ppp ppp ppp", spec).find(ResourceShape.AIC_ONLY, ALL))
          .isEqualTo(ClusterSearch.NONE);
      assertThat(search("ppp ipp ppp", spec).find(ResourceShape.AIC_ONLY, ALL)).isEqualTo(1);
    }
  }

  @Test
  void oneAivSubtaskPrefersIdleThenTheFirstCore() {
    assertThat(search("iii iii iii").firstVector(0, false)).isEqualTo(1);
    assertThat(search("ipi iii iii").firstVector(0, false)).isEqualTo(2);
    assertThat(search("ipp iii iii").firstVector(0, false)).isEqualTo(1);
    assertThat(search("ixp iii iii").firstVector(0, false)).isEqualTo(2);
  }

  @Test
  void ofTwoAivSubtasksTheFirstGoesByThePlacement() {
    RuntimeSpec select = RuntimeSpec.defaults().with(spec -> spec.placement = Placement.SELECT_AIV);
    assertThat(search("ipi iii iii", select).firstVector(0, true)).isEqualTo(2);
    assertThat(search("ipi iii iii").firstVector(0, true)).isEqualTo(1);
  }

  @Test
  void byParityTwoAivSubtasksNeverGoToOneCore() {
    RuntimeSpec select = RuntimeSpec.defaults().with(spec -> spec.placement = Placement.SELECT_AIV);
    RuntimeSpec parity = select.with(spec -> spec.variant = Variant.DUAL_SLOT_PARITY);
    assertThat(search("ipi xxx xxx", select).find(ResourceShape.AIV_X2, ALL)).isZero();
    assertThat(search("ipi xxx xxx", parity).find(ResourceShape.AIV_X2, ALL))
        .isEqualTo(ClusterSearch.NONE);
    assertThat(search("ipi ppp xxx", parity).find(ResourceShape.AIV_X2, ALL)).isEqualTo(1);
  }

  @Test
  void clustersAreDealtContiguouslyAndAllOfThem() {
    assertThat(ClusterRange.of(0, 3, 8)).isEqualTo(new ClusterRange(0, 3));
    assertThat(ClusterRange.of(1, 3, 8)).isEqualTo(new ClusterRange(3, 6));
    assertThat(ClusterRange.of(2, 3, 8)).isEqualTo(new ClusterRange(6, 8));
  }

  @Test
  void coresAreNumberedClusterByCluster() {
    assertThat(CHIP.cores()).isEqualTo(9);
    assertThat(CHIP.describe(3)).isEqualTo("core 3 (AIC of cluster 1)");
    assertThat(CHIP.describe(8)).isEqualTo("core 8 (AIV1 of cluster 2)");
    assertThat(new Chip(4, 1, 0).describe(3)).isEqualTo("core 3 (AIC of cluster 3)");
    assertThat(new Chip(4, 0, 1).describe(3)).isEqualTo("core 3 (AIV0 of cluster 3)");
  }
}
