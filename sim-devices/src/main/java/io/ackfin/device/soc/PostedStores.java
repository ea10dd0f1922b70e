package io.ackfin.device.soc;

import io.ackfin.device.aicpu.SchedulerPorts;
import io.ackfin.handshake.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * The ports of one scripted thread. Its stores stay on their way, in the order of their issue,
 * until they are told one by one to become visible, in any order: which order a memory allows is
 * the business of whoever tells. Loads and barriers act at once. Not thread-safe.
 */
public final class PostedStores implements SchedulerPorts {
  private static final int NOBODY = -1;

  private final SocParts parts;
  private final ThreadPorts ports;
  private final ScriptedAccess access;
  private final List<Store> onTheirWay = new ArrayList<>();

  /**
   * A store.
   *
   * @param slot of a payload the slot, else 0
   * @param word what is stored; of a payload the word that stands for it
   * @param subtask of an id or a payload what it is for, else -1
   */
  private record Store(int core, Location location, int slot, long word, int subtask) {}

  PostedStores(SocParts parts, ScriptedAccess access) {
    this.parts = parts;
    this.ports = new ThreadPorts(parts);
    this.access = access;
  }

  /** How many stores are on their way. */
  public int size() {
    return onTheirWay.size();
  }

  /** The core that a store is for; the oldest has position 0. */
  public int core(int position) {
    return onTheirWay.get(position).core();
  }

  /** The place that a store is for. */
  public Location location(int position) {
    return onTheirWay.get(position).location();
  }

  /** Whether two stores are for the same place of the same core. */
  public boolean samePlace(int position, int other) {
    Store one = onTheirWay.get(position);
    Store two = onTheirWay.get(other);
    return one.core() == two.core() && one.location() == two.location() && one.slot() == two.slot();
  }

  /** A store reaches its place; those behind it move up. */
  public void becomeVisible(int position, long tick) {
    Store store = onTheirWay.remove(position);
    int core = store.core();
    if (store.location() == Location.PAYLOAD) {
      parts.memory().storePayload(core, store.slot(), store.word(), tick);
      parts.log().payloadVisible(core, store.slot(), store.subtask(), tick);
      access.atPayload(core, store.slot(), store.word());
    } else {
      ports.store(core, store.location(), (int) store.word(), tick);
      if (store.subtask() != NOBODY) {
        parts.log().idVisible(core, (int) store.word(), store.subtask(), tick);
      }
      access.at(core, store.location(), store.word());
    }
  }

  /** Says which subtask the newest store, that of an id, has put in flight. */
  void newestIsFor(int subtask) {
    Store id = onTheirWay.remove(size() - 1);
    onTheirWay.add(new Store(id.core(), id.location(), id.slot(), id.word(), subtask));
  }

  @Override
  public long load(int core, Location location, long sampleTick) {
    long word = ports.load(core, location, sampleTick);
    access.at(core, location, word);
    return word;
  }

  @Override
  public long lastCond(int core) {
    return ports.lastCond(core);
  }

  @Override
  public long nextChange(int core, Location location) {
    return ports.nextChange(core, location);
  }

  @Override
  public long store(int core, Location location, int value, long tick) {
    onTheirWay.add(new Store(core, location, 0, value, NOBODY));
    access.at(core, location, value);
    return tick;
  }

  @Override
  public void buildPayload(int core, int slot, int subtask, boolean gated, long tick) {
    long word = SocParts.payload(subtask, gated);
    onTheirWay.add(new Store(core, Location.PAYLOAD, slot, word, subtask));
    parts.log().built(core, slot, subtask, tick);
    access.atPayload(core, slot, word);
  }

  @Override
  public void fence(int core) {
    // Whoever writes the script lets a barrier happen only when it may.
  }
}
