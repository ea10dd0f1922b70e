package io.ackfin.verify.naive;

import io.ackfin.handshake.Access;
import io.ackfin.handshake.AccessKind;
import io.ackfin.handshake.ClusterSearch;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.CoreProgram;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Tables;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.KernelSync;
import java.util.ArrayList;
import java.util.List;

/** What stays as it is during a search: the system, its tables, and what follows from them. */
final class World {
  /** Where a core sits: its cluster, and there its position (0 cube, 1 and 2 vector). */
  record Site(int cluster, int position) {
    boolean isCube() {
      return position == 0;
    }
  }

  private static final int POSITIONS = 3;

  private final BoundedSystem system;
  private final Tables tables;
  private final List<Site> sites = new ArrayList<>();
  private int staleLines;
  private boolean publishesOutput;

  World(BoundedSystem system, Tables tables) {
    this.system = system;
    this.tables = tables;
    for (int cluster = 0; cluster < system.clusters(); cluster++) {
      for (int position = 0; position < POSITIONS; position++) {
        boolean exists =
            position == 0
                ? cluster < system.cubes()
                : 2 * cluster + position - 1 < system.vectors();
        if (exists) {
          sites.add(new Site(cluster, position));
        }
      }
    }
    walkOneLap();
  }

  /**
   * From poll to poll of a core's program: which lines it reads undropped, and what it leaves out.
   */
  private void walkOneLap() {
    long state = CoreProgram.start(tables);
    while (CoreProgram.operation(tables, state) != CoreOperation.READ_DMB) {
      state = CoreProgram.after(tables, state, 1);
    }
    int dropped = 0;
    do {
      CoreOperation operation = CoreProgram.operation(tables, state);
      long access = CoreProgram.access(tables, state);
      if (operation.location() == Location.CACHE) {
        dropped |= Access.value(access);
      } else if (operation.location() == Location.DMB_BOTH) {
        state = CoreProgram.after(tables, state, 1L << Integer.SIZE | 1);
        continue;
      } else if (operation.kind() == AccessKind.LOAD) {
        staleLines |= Cell.of(access).line() & ~dropped;
      }
      publishesOutput |= operation == CoreOperation.PUBLISH_OUTPUT;
      state = CoreProgram.after(tables, state, 1);
    } while (CoreProgram.operation(tables, state) != CoreOperation.READ_DMB);
  }

  BoundedSystem system() {
    return system;
  }

  Tables tables() {
    return tables;
  }

  int cores() {
    return sites.size();
  }

  Site site(int core) {
    return sites.get(core);
  }

  /** The core at a position of a cluster, or -1. */
  int coreAt(int cluster, int position) {
    return sites.indexOf(new Site(cluster, position));
  }

  /** The core that a place, with the cluster's number on the chip, gives to a subslot. */
  int coreAt(int place, Subslot subslot) {
    return coreAt(ClusterSearch.cluster(place), ClusterSearch.position(place, subslot));
  }

  /** Whether a cell's line is read without having been dropped before in the same lap. */
  boolean mayBeStale(Cell cell) {
    return (cell.line() & staleLines) != 0;
  }

  /** Whether the core's program makes the kernel's output visible in a row of its own. */
  boolean publishesOutput() {
    return publishesOutput;
  }

  /** Whether cores have to be started. */
  boolean hasStartup() {
    return system.protocol().startup() != Startup.NONE;
  }

  /** Whether a kernel has siblings that it waits for. */
  boolean meets(Subtask kernel) {
    return system.kernelSync() != KernelSync.NONE
        && kernel.task() != 0
        && !shape(kernel.task()).singleCore();
  }

  /** Whether a task may be dispatched before its producer is complete. */
  boolean hasProducer(int task) {
    return system.gated() && task == 2;
  }

  ResourceShape shape(int task) {
    return system.shape(task);
  }
}
