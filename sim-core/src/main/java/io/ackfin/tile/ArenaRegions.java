package io.ackfin.tile;

import java.util.Map;
import java.util.TreeMap;

/** What lies in which bytes of the arena while a program is checked. Regions never overlap. */
final class ArenaRegions {
  private final TreeMap<Integer, Region> regions = new TreeMap<>();

  /** Bytes {@code start} to {@code end} - 1 and what they are. */
  record Region(int start, int end, Content content) {}

  /** What bytes hold. */
  sealed interface Content {}

  /** A tile that was loaded. */
  record Loaded(int tensor, int row, int column) implements Content {}

  /**
   * A sum that is not stored yet.
   *
   * @param nextK the product that would continue it
   * @param operation the EXEC that was its last up to now
   */
  record Sum(int m, int n, int nextK, int operation) implements Content {}

  /** What lies exactly in these bytes, or null. */
  Content at(int start, int bytes) {
    Region region = regions.get(start);
    return region != null && region.end() == start + bytes ? region.content() : null;
  }

  /** A sum that shares a byte with these, or null. */
  Region sumIn(int start, int bytes) {
    int end = start + bytes;
    Map.Entry<Integer, Region> entry = regions.lowerEntry(end);
    while (entry != null && entry.getValue().end() > start) {
      if (entry.getValue().content() instanceof Sum) {
        return entry.getValue();
      }
      entry = regions.lowerEntry(entry.getKey());
    }
    return null;
  }

  /** Writes bytes: whatever shares one with them is gone. */
  void write(int start, int bytes, Content content) {
    int end = start + bytes;
    Map.Entry<Integer, Region> entry = regions.lowerEntry(end);
    while (entry != null && entry.getValue().end() > start) {
      regions.remove(entry.getKey());
      entry = regions.lowerEntry(end);
    }
    regions.put(start, new Region(start, end, content));
  }

  void remove(int start) {
    regions.remove(start);
  }

  /** A sum that lies in the arena, or null; of several the first. */
  Region anySum() {
    return regions.values().stream()
        .filter(region -> region.content() instanceof Sum)
        .findFirst()
        .orElse(null);
  }
}
