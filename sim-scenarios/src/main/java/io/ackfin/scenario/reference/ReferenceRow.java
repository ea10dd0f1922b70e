package io.ackfin.scenario.reference;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One row: parameters and figures, times in picoseconds. Immutable.
 *
 * @param where file and line, for messages
 * @param values what the row gives
 */
public record ReferenceRow(String where, Map<ReferenceColumn, Long> values) {
  public ReferenceRow {
    values = Collections.unmodifiableMap(new EnumMap<>(values));
  }

  /** A value, or what stands in for it. */
  public long get(ReferenceColumn column, long otherwise) {
    return values.getOrDefault(column, otherwise);
  }
}
