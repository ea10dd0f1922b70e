package io.ackfin.run;

import io.ackfin.core.time.Ticks;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import io.ackfin.workload.TaskGraph;

/**
 * Five tasks on one core of the reference model, worked out on paper; all four cases occur. In
 * nanoseconds:
 *
 * <pre>
 * task  taken  built    guard        visible  read      ACK, start  end      poll       case
 *  0        0   1400    -              1545    1552.0     1901.0     4001.0    4610.0   B
 *  1     1405   2805    2805-2905      3050    4001.0     4350.0     4850.0    7215.0   D
 *  2     5610   7010    7010-7110      7255    7255.6     7604.6    10604.6   11220.0   A
 *  3     8215   9615    9615-9715      9860   10604.6    10953.6    10953.6   11220.0   A
 *  4    13220  14620    -             14765   14765.7    15114.7    16514.7   16725.0   C
 * </pre>
 *
 * A read of an idle core is the first at {@code anchor + k * 9.7} from the store's arrival on; the
 * anchors are 0, 4850 (task 1) and 10953.6 (task 3). A poll is the first whose middle is not before
 * the word's arrival, 120 after it was written; each completed task then takes 1000.
 */
final class HandDrawnRun {
  /** The duration of each task in picoseconds. */
  static final long[] DURATIONS = {2_100_000, 500_000, 3_000_000, 0, 1_400_000};

  /** The kernel of each task is this more than its number. */
  static final int FIRST_KERNEL = 10;

  private HandDrawnRun() {}

  static TaskGraph graph() {
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int task = 0; task < DURATIONS.length; task++) {
      graph.task(Subslot.AIC.bit());
      graph.kernel(FIRST_KERNEL + task, DURATIONS[task]);
    }
    return graph.build();
  }

  static PlanFixture fixture() {
    return PlanFixture.reference().graph(graph());
  }

  /**
   * One cube and one vector task of 2 us each, in one cluster of a cube and a vector core. The
   * first is built at 1400 and runs from 1901 to 3901, the second is built at 2805 and runs from
   * 3307.5 to 5307.5; the last bookkeeping ends at 6510.
   */
  static PlanFixture oneOfEachKind() {
    TaskGraph.Builder graph = TaskGraph.builder();
    graph.task(ResourceShape.AIC_ONLY, Ticks.ofMicros(2).picoseconds());
    graph.task(ResourceShape.AIV_X1, Ticks.ofMicros(2).picoseconds());
    return PlanFixture.reference().cluster(1, 1).graph(graph.build());
  }
}
