package io.ackfin.runtime.tile;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one run of a tile program did and how long it took, in nanoseconds of the host's clock.
 *
 * @param loads LOADs carried out
 * @param execs EXECs carried out
 * @param stores STOREs carried out
 * @param dmaBusyNs how long LOADs and STOREs took together
 * @param computeBusyNs how long EXECs took together
 * @param overlapNs how long both went on at the same time
 * @param waits how long was waited, by cause; zeros included
 * @param totalNs from the first operation to the last one's end
 */
public record TileStatistics(
    long loads,
    long execs,
    long stores,
    long dmaBusyNs,
    long computeBusyNs,
    long overlapNs,
    Map<WaitCause, Long> waits,
    long totalNs) {
  public TileStatistics {
    waits = Collections.unmodifiableMap(new EnumMap<>(waits));
  }
}
