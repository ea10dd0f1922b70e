package io.ackfin.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The scratchpad while a schedule is made: places of one tile each, and what lies in them. The
 * first free place is the one with the lowest address.
 */
final class Arena {
  /** There is no such place. */
  static final int NONE = -1;

  private static final int NEVER = Integer.MIN_VALUE;

  private final int tileBytes;
  private final Object[] contents;
  // By place: the step that used it last, also after it was freed.
  private final int[] lastUse;
  private final Map<Object, Integer> places = new LinkedHashMap<>();
  private final BitSet free = new BitSet();
  private int inUse;
  private int peak;

  Arena(int bytes, int tileBytes) {
    this.tileBytes = tileBytes;
    contents = new Object[bytes / tileBytes];
    lastUse = new int[contents.length];
    Arrays.fill(lastUse, NEVER);
    free.set(0, contents.length);
  }

  /** The address of what lies in the arena, or {@link #NONE}. */
  int address(Object content) {
    Integer place = places.get(content);
    return place == null ? NONE : place * tileBytes;
  }

  /** A step uses a tile that lies here. */
  void use(Object content, int step) {
    lastUse[places.get(content)] = step;
  }

  /**
   * The first free address that no step from {@code usedBefore} on has used, or {@link #NONE}.
   *
   * @param usedBefore the number of a step; {@link Integer#MAX_VALUE} if any place will do
   */
  int firstFree(int usedBefore) {
    int place = free.nextSetBit(0);
    while (place >= 0 && lastUse[place] >= usedBefore) {
      place = free.nextSetBit(place + 1);
    }
    return place < 0 ? NONE : place * tileBytes;
  }

  /** The operand that was used longest ago, before a step; of several, the lowest. Or null. */
  Step.Operand leastRecentlyUsed(int usedBefore) {
    Step.Operand oldest = null;
    int oldestUse = usedBefore;
    for (int place = 0; place < contents.length; place++) {
      if (contents[place] instanceof Step.Operand operand && lastUse[place] < oldestUse) {
        oldest = operand;
        oldestUse = lastUse[place];
      }
    }
    return oldest;
  }

  void put(Object content, int address, int step) {
    int place = address / tileBytes;
    free.clear(place);
    contents[place] = content;
    places.put(content, place);
    lastUse[place] = step;
    inUse++;
    peak = Math.max(peak, inUse);
  }

  /** Frees a place; it keeps the step that used it last. */
  void remove(Object content) {
    int place = places.remove(content);
    contents[place] = null;
    free.set(place);
    inUse--;
  }

  /** The most that was in use at a time, in bytes. */
  int peakBytes() {
    return peak * tileBytes;
  }

  /** What lies where, a line for each place in use. */
  List<String> describe(List<Tensor> tensors) {
    List<String> lines = new ArrayList<>();
    for (int place = 0; place < contents.length; place++) {
      if (contents[place] != null) {
        lines.add("%8d  %s".formatted(place * tileBytes, name(contents[place], tensors)));
      }
    }
    return lines;
  }

  private static String name(Object content, List<Tensor> tensors) {
    if (content instanceof Step.Operand operand) {
      return tensors.get(operand.tensor()).tileName(operand.row(), operand.column());
    }
    return content.toString();
  }
}
