package io.ackfin.scenario.bind;

import io.ackfin.scenario.text.Node;

/**
 * One way in which files write values of a Java type. Implementations are immutable; values are
 * passed as {@code Object}, because types are found by reflection on record components.
 */
public interface ValueType {
  /**
   * The value of {@code node}, which is nothing refused. Problems are added to {@code place}, and
   * its stand-in is returned.
   */
  Object read(Node node, Place place);

  /** The inverse of {@link #read}, for values other than null; null if the key is left out. */
  Node write(Object value);

  /** What has to stand in a file, for problems: {@code a time}, {@code one of spin, skip, both}. */
  String label();

  /** What kind of value it is, for tables, in a word or two: {@code time}, {@code choice}. */
  String word();

  /** The legal range in words; empty where the kind says everything. */
  default String range(Bounds bounds) {
    return "";
  }
}
