package io.ackfin.handshake;

/** What a program asks its reader to do. */
public enum AccessKind {
  /** Read a location; what was read decides the next state. */
  LOAD,
  /** Write a value to a location. */
  STORE,
  /** Order earlier stores before later ones, or drop cached lines. */
  BARRIER,
  /** Nothing that anyone else can see; only its cost matters. */
  LOCAL,
  /** The program is between two tasks of the reader's choosing. */
  HOME,
  /** The program has ended. */
  HALT;

  private static final AccessKind[] ALL = values();

  static AccessKind of(int position) {
    return ALL[position];
  }
}
