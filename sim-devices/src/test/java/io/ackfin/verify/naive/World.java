package io.ackfin.verify.naive;

import io.ackfin.handshake.ClusterSearch;
import io.ackfin.handshake.Fault;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Tables;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import io.ackfin.verify.BoundedSystem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What stays as it is during a search: the system, its tables, and what follows from them. */
final class World {
  /** Where a core sits: its cluster, and there its position (0 cube, 1 and 2 vector). */
  record Site(int cluster, int position) {
    boolean isCube() {
      return position == 0;
    }
  }

  private static final int POSITIONS = 3;
  private static final Set<Protection> INVALIDATIONS =
      EnumSet.of(
          Protection.CACHE_INVALIDATE,
          Protection.CACHE_INVALIDATE_HANK,
          Protection.CACHE_INVALIDATE_PAYLOAD);

  private final BoundedSystem system;
  private final Tables tables;
  private final boolean copies;
  private final List<Site> sites = new ArrayList<>();

  /**
   * A system with the tables of its protocol, whose cores hold copies of lines if some are left.
   */
  World(BoundedSystem system) {
    this(
        system,
        system.protocol().tables(),
        !Collections.disjoint(system.protocol().without(), INVALIDATIONS));
  }

  private World(BoundedSystem system, Tables tables, boolean copies) {
    this.system = system;
    this.tables = tables;
    this.copies = copies;
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
  }

  /**
   * A system with other tables than its protocol's; their cores may read any copy that they hold.
   */
  static World of(BoundedSystem system, Tables tables) {
    return new World(system, tables, true);
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

  /** Whether a core keeps a copy of a cell that it read until it drops the line. */
  boolean keepsCopy(Cell cell) {
    return copies && cell.line() != 0;
  }

  /** Whether the core's program makes the kernel's output visible in a row of its own. */
  boolean publishesOutput() {
    return !system.protocol().faults().contains(Fault.OUTPUT_UNPUBLISHED);
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
