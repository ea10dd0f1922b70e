package io.ackfin.cli;

/** Something that the user can put right; its message says what and how. */
final class UserMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UserMistake(String message) {
    super(message);
  }
}
