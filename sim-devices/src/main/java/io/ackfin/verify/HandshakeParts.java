package io.ackfin.verify;

import io.ackfin.handshake.Tables;

/**
 * What all kinds of steps of one system look at.
 *
 * @param system what is explored
 * @param tables its handshake
 * @param features what its situations hold
 * @param layout where they hold it
 * @param codes what their codes mean
 */
record HandshakeParts(
    BoundedSystem system, Tables tables, Features features, Layout layout, Codes codes) {
  static HandshakeParts of(BoundedSystem system, Tables tables, Features features) {
    return new HandshakeParts(
        system,
        tables,
        features,
        new Layout(system, features),
        new Codes(tables, features.ordinals()));
  }

  /** What a scheduler believes of a core. */
  long book(long[] situation, int core) {
    CoreFields fields = layout.cores[core];
    return BookBits.book(
        codes.id(fields.dispatched.get(situation) + 1), fields.book.get(situation));
  }
}
