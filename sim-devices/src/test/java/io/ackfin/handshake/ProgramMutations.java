package io.ackfin.handshake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Programs with one row changed: passed over, done again, done in another order, or leading
 * elsewhere. A row that something begins at is never taken away; it does what the row behind it
 * does.
 *
 * @param <R> the program's places
 * @param <O> the program's operations
 */
final class ProgramMutations<R extends Enum<R>, O extends Enum<O>> {
  private final String who;
  private final Program<R, O> program;
  private final Set<R> beginnings;
  private final R home;
  private final R[] places;
  private final Map<String, UnaryOperator<Program<R, O>>> edits = new LinkedHashMap<>();

  /**
   * All changes of some rows.
   *
   * @param who whose program it is, for the names
   * @param beginnings where readers begin
   * @param home where the program goes round or ends
   */
  ProgramMutations(String who, Program<R, O> program, Set<R> beginnings, R home) {
    this.who = who;
    this.program = program;
    this.beginnings = beginnings;
    this.home = home;
    places = home.getDeclaringClass().getEnumConstants();
  }

  /** The changes of one row. */
  ProgramMutations<R, O> of(R place) {
    Row<R, O> row = program.at(place);
    R next = row.next();
    boolean last = program.at(next).next() == next;
    if (!last) {
      add(place + " passed over", p -> doingWhatFollows(p, place));
      add(place + " and " + next + " swapped", p -> swapping(p, place, next));
    } else if (!beginnings.contains(place)) {
      add(place + " passed over", p -> leadingPast(p, place, next));
    }
    return leading(place);
  }

  private ProgramMutations<R, O> leading(R place) {
    Row<R, O> row = program.at(place);
    List<R> elsewhere = new ArrayList<>(before(place));
    elsewhere.add(0, place);
    elsewhere.add(home);
    for (R to : elsewhere) {
      if (to != row.next()) {
        add(place + " leading to " + to, p -> leading(p, place, to));
      }
    }
    if (row.alternative() != place && row.alternative() != row.next()) {
      add(place + " without alternative", p -> choosing(p, place, row.next(), row.next()));
      add(
          place + " with its outcomes swapped",
          p -> choosing(p, place, row.alternative(), row.next()));
    }
    return this;
  }

  /** The changes, each by name. */
  Map<String, UnaryOperator<Program<R, O>>> edits() {
    return edits;
  }

  private void add(String name, UnaryOperator<Program<R, O>> edit) {
    edits.put(who + ": " + name, edit);
  }

  private List<R> before(R place) {
    return Arrays.stream(places)
        .filter(from -> program.has(from) && program.at(from).next() == place)
        .toList();
  }

  private static <R extends Enum<R>, O extends Enum<O>> Program<R, O> doingWhatFollows(
      Program<R, O> of, R place) {
    Row<R, O> behind = of.at(of.at(place).next());
    R alternative = behind.alternative() == behind.place() ? place : behind.alternative();
    return of.with(new Row<>(place, behind.operation(), behind.next(), alternative));
  }

  /** Whatever led to a row leads to another one. */
  private Program<R, O> leadingPast(Program<R, O> of, R place, R to) {
    Program<R, O> past = of;
    for (R from : places) {
      if (past.has(from) && from != place) {
        Row<R, O> row = past.at(from);
        R next = row.next() == place ? to : row.next();
        R alternative = row.alternative() == place ? to : row.alternative();
        past = past.with(new Row<>(from, row.operation(), next, alternative));
      }
    }
    return past;
  }

  private static <R extends Enum<R>, O extends Enum<O>> Program<R, O> swapping(
      Program<R, O> of, R place, R next) {
    O operation = of.at(place).operation();
    return of.doing(place, of.at(next).operation()).doing(next, operation);
  }

  private static <R extends Enum<R>, O extends Enum<O>> Program<R, O> leading(
      Program<R, O> of, R place, R to) {
    Row<R, O> row = of.at(place);
    return of.with(new Row<>(place, row.operation(), to, row.alternative()));
  }

  private static <R extends Enum<R>, O extends Enum<O>> Program<R, O> choosing(
      Program<R, O> of, R place, R next, R alternative) {
    return of.with(new Row<>(place, of.at(place).operation(), next, alternative));
  }
}
