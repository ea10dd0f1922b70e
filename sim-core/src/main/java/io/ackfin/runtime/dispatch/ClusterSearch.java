package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.ResourceShape;
import java.util.List;

/**
 * Looks for a cluster with room for a task: first fit from the first cluster of the thread, once
 * for idle cores and once, where busy cores may be dispatched to, for cores with an empty pending
 * slot. One thread.
 */
final class ClusterSearch {
  /** No cluster has room. */
  static final int NONE = -1;

  private final Chip chip;
  private final Variant variant;
  private final Placement placement;
  private final int leastRoom;
  private final List<CoreBook> books;

  ClusterSearch(RuntimeSpec spec, List<CoreBook> books) {
    chip = spec.chip();
    variant = spec.variant();
    placement = spec.placement();
    leastRoom = spec.pendingDispatch().spins() ? CoreBook.PENDING_ROOM : CoreBook.IDLE;
    this.books = books;
  }

  /** A cluster of the range with room for a task of a shape, or {@link #NONE}. */
  int find(ResourceShape shape, ClusterRange range) {
    for (int room = CoreBook.IDLE; room >= leastRoom; room--) {
      for (int cluster = range.first(); cluster < range.end(); cluster++) {
        if (fits(shape, cluster, room)) {
          return cluster;
        }
      }
    }
    return NONE;
  }

  /** The core for the first or only AIV subtask of a task. */
  int firstVector(int cluster, boolean two) {
    int first = chip.vector(cluster, 0);
    if (chip.vectors() == 1 || (two && placement == Placement.BY_SUBSLOT)) {
      return first;
    }
    int second = chip.vector(cluster, 1);
    // Of equal rooms the first core's counts; an idle core is more than one with room behind.
    return room(second) > room(first) ? second : first;
  }

  private boolean fits(ResourceShape shape, int cluster, int least) {
    if (shape.cubes() == 1 && room(chip.cube(cluster)) < least) {
      return false;
    }
    int free = 0;
    for (int i = 0; i < chip.vectors() && free < shape.vectors(); i++) {
      free += room(chip.vector(cluster, i)) >= least ? 1 : 0;
    }
    return free == shape.vectors() && !(shape.vectors() == 2 && overruns(cluster));
  }

  /** Whether both AIV subtasks would go to one core that the first of them closes, by parity. */
  private boolean overruns(int cluster) {
    return variant == Variant.DUAL_SLOT_PARITY
        && firstVector(cluster, true) == chip.vector(cluster, 1);
  }

  private int room(int core) {
    return books.get(core).room(variant);
  }
}
