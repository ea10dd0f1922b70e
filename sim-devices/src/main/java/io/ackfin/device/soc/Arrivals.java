package io.ackfin.device.soc;

import io.ackfin.device.aicore.AicoreDevice;
import io.ackfin.device.aicpu.SchedulerThread;
import io.ackfin.handshake.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells devices what is on its way to where they poll, at the moment at which it is sent. What a
 * thread sends is for its core, what a core sends is for the thread that owns it.
 */
final class Arrivals {
  private final List<AicoreDevice> cores = new ArrayList<>();
  private final List<SchedulerThread> owners = new ArrayList<>();

  /** The next core, in the order of their numbers, and the thread that owns it. */
  void join(AicoreDevice core, SchedulerThread owner) {
    cores.add(core);
    owners.add(owner);
  }

  /** A store for a core arrives at a tick. */
  void atCore(int core, long tick) {
    if (core < cores.size()) {
      cores.get(core).arrives(tick);
    }
  }

  /** What a core stored at a location arrives at a tick. */
  void atThread(int core, Location location, long tick) {
    if (core < owners.size()) {
      owners.get(core).arrives(core, location, tick);
    }
  }
}
