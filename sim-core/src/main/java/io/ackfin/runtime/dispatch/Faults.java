package io.ackfin.runtime.dispatch;

import java.util.Set;

/** The faults of one run; none in a normal one. Immutable; any thread. */
final class Faults {
  static final Faults NONE = new Faults(Set.of());

  private final int bits;

  Faults(Set<Fault> faults) {
    int set = 0;
    for (Fault fault : faults) {
      set |= 1 << fault.ordinal();
    }
    bits = set;
  }

  boolean has(Fault fault) {
    return (bits & (1 << fault.ordinal())) != 0;
  }
}
