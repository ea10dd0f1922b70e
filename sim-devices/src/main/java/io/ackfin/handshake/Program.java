package io.ackfin.handshake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/**
 * The rows of one program, immutable; the other methods give edited copies.
 *
 * @param <R> the program's places
 * @param <O> the program's operations
 */
final class Program<R extends Enum<R>, O extends Enum<O>> {
  private final EnumMap<R, Row<R, O>> rows;

  private Program(EnumMap<R, Row<R, O>> rows) {
    this.rows = rows;
  }

  static <R extends Enum<R>, O extends Enum<O>> Program<R, O> of(
      Class<R> places, List<Row<R, O>> rows) {
    EnumMap<R, Row<R, O>> byPlace = new EnumMap<>(places);
    for (Row<R, O> row : rows) {
      if (byPlace.put(row.place(), row) != null) {
        throw new IllegalArgumentException("row " + row.place() + ": stands twice");
      }
    }
    for (Row<R, O> row : rows) {
      if (!byPlace.containsKey(row.next()) || !byPlace.containsKey(row.alternative())) {
        throw new IllegalArgumentException("row " + row.place() + ": leads to a place with no row");
      }
    }
    return new Program<>(byPlace);
  }

  /** This program with one row put in, or put in place of the row that stands there. */
  Program<R, O> with(Row<R, O> row) {
    List<Row<R, O>> edited = new ArrayList<>(rows.values());
    edited.removeIf(existing -> existing.place() == row.place());
    edited.add(row);
    return of(row.place().getDeclaringClass(), edited);
  }

  /** This program without a place: whatever led there leads to where it would have gone on. */
  Program<R, O> bypassing(R place) {
    R onward = at(place).next();
    List<Row<R, O>> edited = new ArrayList<>();
    for (Row<R, O> row : rows.values()) {
      if (row.place() != place) {
        R next = row.next() == place ? onward : row.next();
        R alternative = row.alternative() == place ? onward : row.alternative();
        edited.add(new Row<>(row.place(), row.operation(), next, alternative));
      }
    }
    return of(place.getDeclaringClass(), edited);
  }

  /** This program with another operation at a place. */
  Program<R, O> doing(R place, O operation) {
    Row<R, O> row = at(place);
    return with(new Row<>(place, operation, row.next(), row.alternative()));
  }

  /** The row at a place, which must exist. */
  Row<R, O> at(R place) {
    Row<R, O> row = rows.get(place);
    if (row == null) {
      throw new IllegalArgumentException("row " + place + ": this program has none");
    }
    return row;
  }

  boolean has(R place) {
    return rows.containsKey(place);
  }

  /**
   * The operation at each place, by position. Places without a row stay 0 and are never reached.
   */
  byte[] operations(int places) {
    byte[] table = new byte[places];
    rows.forEach((place, row) -> table[place.ordinal()] = (byte) row.operation().ordinal());
    return table;
  }

  byte[] nexts(int places) {
    byte[] table = new byte[places];
    rows.forEach((place, row) -> table[place.ordinal()] = (byte) row.next().ordinal());
    return table;
  }

  byte[] alternatives(int places) {
    byte[] table = new byte[places];
    rows.forEach((place, row) -> table[place.ordinal()] = (byte) row.alternative().ordinal());
    return table;
  }
}
