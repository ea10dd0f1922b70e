package io.ackfin.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.KernelSync;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Mixed;
import io.ackfin.workload.TaskGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("unit")
@Timeout(30)
class KernelTest {
  private static final long PICOS_PER_NANO = 1_000;
  private static final long HOUR = 3_600_000_000_000_000L;

  private record Call(int subtask, long durationPicos, boolean aborted, long startNanos)
      implements KernelCall {
    Call(int subtask, long durationPicos, boolean aborted) {
      this(subtask, durationPicos, aborted, System.nanoTime());
    }

    @Override
    public int kernelId() {
      return 0;
    }
  }

  @Test
  void noopIsOverAtOnceWhateverItsDuration() {
    Kernel kernel = KernelKind.NOOP.create();
    kernel.start(new Call(0, HOUR, false));
    assertThat(kernel.advance()).isTrue();
  }

  @Test
  void aSpinningKernelIsNotOverBeforeItsTimeByTheClock() {
    Kernel kernel = KernelKind.SPIN.create();
    long nanos = 50_000;
    kernel.start(new Call(0, nanos * PICOS_PER_NANO, false));
    long start = System.nanoTime();
    assertThat(kernel.advance()).isTrue();
    // Its last round is calibrated, not clocked: a tenth is far more than the rate can be wrong by.
    assertThat(System.nanoTime() - start).isGreaterThan(nanos * 9 / 10);
  }

  @Test
  void aYieldingKernelSaysThatItIsNotOverUntilItsTimeHasPassed() {
    Kernel kernel = KernelKind.YIELD.create();
    long nanos = 2_000_000;
    long start = System.nanoTime();
    kernel.start(new Call(0, nanos * PICOS_PER_NANO, false));
    int steps = 1;
    while (!kernel.advance()) {
      steps++;
    }
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(nanos);
    assertThat(steps).isGreaterThan(1);
  }

  @Test
  void busyKernelsEndWhenTheRunIsAborted() {
    for (KernelKind kind : new KernelKind[] {KernelKind.SPIN, KernelKind.TILE}) {
      Kernel kernel = kind.create();
      kernel.start(new Call(0, HOUR, true));
      assertThat(kernel.advance()).as("%s", kind).isTrue();
    }
  }

  @Test
  void theSpinLoopDoesEveryRound() {
    long value = SpinLoop.spin(0, 42);
    assertThat(value).isEqualTo(42);
    assertThat(SpinLoop.spin(1_000, 42)).isNotEqualTo(42);
  }

  @Test
  void aTileIsTheProductOfItsMatrices() {
    TileKernel kernel = new TileKernel();
    kernel.start(new Call(3, 0, false));
    assertThat(kernel.advance()).isTrue();
    // Whole numbers below 2^24 add up exactly in floats, in any order.
    for (int row = 0; row < TileKernel.SIDE; row++) {
      for (int column = 0; column < TileKernel.SIDE; column++) {
        int expected = 0;
        for (int inner = 0; inner < TileKernel.SIDE; inner++) {
          int left = (3 + row * TileKernel.SIDE + inner) % 7;
          int right = (inner * TileKernel.SIDE + column) % 7;
          expected += left * right;
        }
        assertThat(kernel.sum()[row * TileKernel.SIDE + column]).isEqualTo((float) expected);
      }
    }
  }

  @Test
  void siblingsMeetWhereTheirTaskSays() {
    TaskGraph graph = new Mixed(1, KernelDuration.DEFAULT, KernelSync.START).build(1);
    int mask = graph.activeMask(0);
    assertThat(mask).isEqualTo(7);
    for (KernelSync sync : KernelSync.values()) {
      Rendezvous rendezvous = new Rendezvous(graph);
      rendezvous.come(sync, 0, 1);
      rendezvous.come(sync, 0, 4);
      assertThat(rendezvous.mayBegin(sync, 0, mask)).isEqualTo(sync != KernelSync.BARRIER);
      assertThat(rendezvous.mayEnd(sync, 0, mask)).isEqualTo(sync == KernelSync.NONE);
      rendezvous.come(sync, 3, 2);
      assertThat(rendezvous.mayEnd(sync, 0, mask)).isEqualTo(sync == KernelSync.NONE);
      rendezvous.come(sync, 0, 2);
      assertThat(rendezvous.mayBegin(sync, 0, mask)).isTrue();
      assertThat(rendezvous.mayEnd(sync, 0, mask)).isTrue();
    }
  }

  @Test
  void kindsAreNamedAsFilesNameThem() {
    assertThat(KernelKind.values())
        .extracting(KernelKind::toString)
        .containsExactly("spin", "yield", "tile", "noop");
    assertThat(KernelSync.values())
        .extracting(KernelSync::toString)
        .containsExactly("none", "start", "barrier");
  }
}
