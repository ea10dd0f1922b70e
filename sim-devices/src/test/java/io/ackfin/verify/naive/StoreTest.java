package io.ackfin.verify.naive;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.handshake.Location;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.verify.StoreOrder;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which of a thread's stores may be the next to become visible. */
@Tag("unit")
class StoreTest {
  private static final Store PAYLOAD = to(0, Cell.PAYLOAD_0);
  private static final Store OTHER_SLOT = to(0, Cell.PAYLOAD_1);
  private static final Store HANK = to(0, Cell.HANK);
  private static final Store DMB = to(0, Cell.DMB);
  private static final Store BELL = to(0, Cell.BELL);
  private static final Store DMB_OF_ANOTHER = to(1, Cell.DMB);
  private static final Store CALL = to(0, Cell.AICPU_READY);

  private static Store to(int core, Cell cell) {
    return new Store(core, cell, Word.ZERO);
  }

  private static List<Store> next(StoreOrder order, Store... posted) {
    return IntStream.range(0, posted.length)
        .filter(i -> Store.mayArrive(order, List.of(posted), i))
        .mapToObj(i -> posted[i])
        .toList();
  }

  private static StoreOrder movable(Location first, Location... more) {
    return new StoreOrder(MemoryMode.RELAXED, EnumSet.of(first, more));
  }

  @Test
  void postedStoresKeepTheirOrder() {
    assertThat(next(StoreOrder.of(MemoryMode.FIFO), PAYLOAD, HANK, DMB)).containsExactly(PAYLOAD);
  }

  @Test
  void relaxedStoresPassButForTheSamePlaceAndForRegisters() {
    StoreOrder all = StoreOrder.of(MemoryMode.RELAXED);
    assertThat(next(all, PAYLOAD, OTHER_SLOT, HANK, DMB))
        .containsExactly(PAYLOAD, OTHER_SLOT, HANK, DMB);
    assertThat(next(all, PAYLOAD, PAYLOAD)).hasSize(1);
    assertThat(next(all, DMB, BELL, DMB_OF_ANOTHER, CALL)).containsExactly(DMB, CALL);
  }

  @Test
  void onlyMovableStoresPassAndArePassed() {
    StoreOrder hank = movable(Location.HANK);
    assertThat(next(hank, PAYLOAD, HANK, DMB)).containsExactly(PAYLOAD, HANK);
    assertThat(next(hank, HANK, PAYLOAD, DMB)).containsExactly(HANK, PAYLOAD);
    assertThat(next(movable(Location.DMB), PAYLOAD, HANK, DMB, DMB_OF_ANOTHER))
        .containsExactly(PAYLOAD, DMB);
  }

  @Test
  void startUpFlagsMoveOnlyIfEverythingDoes() {
    assertThat(next(movable(Location.PAYLOAD, Location.DMB), HANK, CALL)).containsExactly(HANK);
    assertThat(next(StoreOrder.of(MemoryMode.RELAXED), HANK, CALL)).containsExactly(HANK, CALL);
  }
}
