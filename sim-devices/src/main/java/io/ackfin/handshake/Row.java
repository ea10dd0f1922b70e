package io.ackfin.handshake;

/**
 * One row of a program: what is done at a place and where the program goes on.
 *
 * @param <R> the program's places
 * @param <O> the program's operations
 * @param place where this row stands
 * @param operation what is done there
 * @param next where the program goes on
 * @param alternative where it goes on in the operation's other outcome; {@code place} itself where
 *     there is none
 */
record Row<R extends Enum<R>, O extends Enum<O>>(R place, O operation, R next, R alternative) {
  static <R extends Enum<R>, O extends Enum<O>> Row<R, O> row(R place, O operation, R next) {
    return new Row<>(place, operation, next, place);
  }

  static <R extends Enum<R>, O extends Enum<O>> Row<R, O> row(
      R place, O operation, R next, R alternative) {
    return new Row<>(place, operation, next, alternative);
  }
}
