package io.ackfin.crosscheck.inclusion;

import io.ackfin.handshake.AccessKind;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import java.util.ArrayList;
import java.util.List;

/**
 * The memory between one core and its owners, as {@link NaiveOrder} tries it: every store arrives
 * at every moment at which it may.
 */
final class NaiveMemory {
  private static final int NOBODY = -1;
  private static final int GATES = 2 * Location.values().length;

  /**
   * What has arrived.
   *
   * @param owners how many of the owners' stores
   * @param cores how many of the core's stores
   * @param exits how many exits from outside
   * @param exitIsLast whether one of them is the last that arrived in DMB
   * @param rings which rings from outside, as bits
   * @param lastRing which of them is the last that arrived in the doorbell; -1 for none of them
   */
  record Arrived(int owners, int cores, int exits, boolean exitIsLast, int rings, int lastRing) {
    static final Arrived NOTHING = new Arrived(0, 0, 0, false, 0, NOBODY);
  }

  private record Store(int position, int cell, int word) {}

  private final boolean hasStartup;
  private final List<Store> owners = new ArrayList<>();
  private final List<Store> cores = new ArrayList<>();
  private final List<Integer> rings = new ArrayList<>();
  private int exits;

  NaiveMemory(boolean hasStartup) {
    this.hasStartup = hasStartup;
  }

  void addOfCore(int position, long entry) {
    if (Entry.coreOperation(entry).kind() == AccessKind.STORE) {
      Location location = Entry.coreOperation(entry).location();
      cores.add(new Store(position, cell(location, 0), Entry.word(entry)));
    }
  }

  void addOfOwner(int position, long entry) {
    SchedulerOperation operation = Entry.schedulerOperation(entry);
    if (operation.kind() == AccessKind.STORE) {
      int slot = Entry.slot(entry);
      if (operation == SchedulerOperation.BUILD_PAYLOAD) {
        owners.add(new Store(position, GATES + slot, Entry.isGated(entry) ? 1 : 0));
      }
      owners.add(new Store(position, cell(operation.location(), slot), Entry.word(entry)));
    }
  }

  void addExit() {
    exits++;
  }

  void addRing(int id) {
    rings.add(id);
  }

  /** What may have arrived next, where core and owner have issued so many of their entries. */
  List<Arrived> next(Arrived now, int coreIssued, int ownerIssued) {
    List<Arrived> next = new ArrayList<>();
    if (now.owners() < owners.size() && owners.get(now.owners()).position() < ownerIssued) {
      int cell = owners.get(now.owners()).cell();
      boolean exit = now.exitIsLast() && cell != cell(Location.DMB, 0);
      int ring = cell == cell(Location.BELL, 0) ? NOBODY : now.lastRing();
      next.add(new Arrived(now.owners() + 1, now.cores(), now.exits(), exit, now.rings(), ring));
    }
    if (now.cores() < cores.size() && cores.get(now.cores()).position() < coreIssued) {
      next.add(
          new Arrived(
              now.owners(),
              now.cores() + 1,
              now.exits(),
              now.exitIsLast(),
              now.rings(),
              now.lastRing()));
    }
    if (now.exits() < exits) {
      next.add(
          new Arrived(
              now.owners(), now.cores(), now.exits() + 1, true, now.rings(), now.lastRing()));
    }
    for (int ring = 0; ring < rings.size(); ring++) {
      int arrived = now.rings() | 1 << ring;
      if (arrived != now.rings()) {
        next.add(
            new Arrived(now.owners(), now.cores(), now.exits(), now.exitIsLast(), arrived, ring));
      }
    }
    return next;
  }

  /** Whether COND or a flag of the core's holds a word. */
  boolean holdsForOwner(Arrived now, Location location, int word) {
    return word == last(cores, now.cores(), cell(location, 0), initial(location));
  }

  /** Whether a place holds what the core's load saw. */
  boolean holdsForCore(Arrived now, long load) {
    Location location = Entry.coreOperation(load).location();
    int word = Entry.word(load);
    return switch (Entry.coreOperation(load)) {
      case READ_GATE -> word == last(owners, now.owners(), GATES + Entry.slot(load), NOBODY);
      case AWAIT_BELL ->
          word == DmbWord.EXIT
              ? dmb(now) == DmbWord.EXIT
              : bell(now) == word && dmb(now) != DmbWord.EXIT;
      case START_KERNEL, END_KERNEL -> holdsPayload(now, Entry.slot(load), word);
      default ->
          location == Location.DMB
              ? word == dmb(now)
              : word == last(owners, now.owners(), cell(location, 0), initial(location));
    };
  }

  private boolean holdsPayload(Arrived now, int slot, int word) {
    for (int i = now.owners() - 1; i >= 0; i--) {
      if (owners.get(i).cell() == cell(Location.PAYLOAD, slot)) {
        return owners.get(i).word() == word;
      }
    }
    return false;
  }

  private int dmb(Arrived now) {
    return now.exitIsLast()
        ? DmbWord.EXIT
        : last(owners, now.owners(), cell(Location.DMB, 0), initial(Location.DMB));
  }

  private int bell(Arrived now) {
    return now.lastRing() == NOBODY
        ? last(owners, now.owners(), cell(Location.BELL, 0), 0)
        : rings.get(now.lastRing());
  }

  private int initial(Location location) {
    return switch (location) {
      case DMB -> hasStartup ? 0 : DmbWord.IDLE;
      case COND -> hasStartup ? 0 : CondWord.CORE_IDLE;
      case HANK -> hasStartup ? NOBODY : 0;
      default -> 0;
    };
  }

  private static int last(List<Store> stores, int arrived, int cell, int initial) {
    for (int i = arrived - 1; i >= 0; i--) {
      if (stores.get(i).cell() == cell) {
        return stores.get(i).word();
      }
    }
    return initial;
  }

  private static int cell(Location location, int slot) {
    return 2 * location.ordinal() + slot;
  }
}
