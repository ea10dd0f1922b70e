package io.ackfin.handshake;

import io.ackfin.protocol.Invariant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What switching one protection off does to a variant; {@link Consequences} declares them all. */
public sealed interface Consequence {
  /** Why, in one sentence without a full stop. */
  String because();

  /**
   * Some order of events breaks these invariants and no others, the ones that break because another
   * one was broken before included.
   *
   * @param invariants what breaks; at least one; unmodifiable
   * @param because why
   */
  record Violates(Set<Invariant> invariants, String because) implements Consequence {
    public Violates {
      if (invariants.isEmpty()) {
        throw new IllegalArgumentException("invariants: none (expected: at least one)");
      }
      invariants = Collections.unmodifiableSet(EnumSet.copyOf(invariants));
    }
  }

  /**
   * No order of events breaks anything.
   *
   * @param because why
   */
  record Harmless(String because) implements Consequence {}
}
