package io.ackfin.device.soc;

import io.ackfin.core.stats.Gauge;
import io.ackfin.core.stats.Statistics;
import io.ackfin.protocol.ResourceShape;

/**
 * The levels that show where a run was tight: how many ready tasks of each shape waited for their
 * dispatch, and how many cores of each kind ran a kernel. Not thread-safe.
 */
final class SocLevels {
  private final Gauge[] waiting = new Gauge[ResourceShape.COUNT];
  private final Gauge busyCubes;
  private final Gauge busyVectors;

  SocLevels(Statistics statistics) {
    for (ResourceShape shape : ResourceShape.values()) {
      waiting[shape.ordinal()] = statistics.gauge("ready " + shape, "waiting", "tasks");
    }
    busyCubes = statistics.gauge("AIC", "busy", "cores");
    busyVectors = statistics.gauge("AIV", "busy", "cores");
  }

  void ready(ResourceShape shape, long tick) {
    waiting[shape.ordinal()].change(tick, 1);
  }

  void dispatched(ResourceShape shape, long tick) {
    waiting[shape.ordinal()].change(tick, -1);
  }

  void kernel(boolean cube, long tick, int change) {
    (cube ? busyCubes : busyVectors).change(tick, change);
  }
}
