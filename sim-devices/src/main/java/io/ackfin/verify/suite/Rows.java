package io.ackfin.verify.suite;

import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.Invariant;
import io.ackfin.verify.SystemBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The rows of one group, collected. */
final class Rows {
  /** Nothing breaks. */
  static final Set<Invariant> NOTHING = Collections.emptySet();

  private final String group;
  private final List<SuiteRow> rows = new ArrayList<>();

  Rows(String group) {
    this.group = group;
  }

  /** A variant as it is, with the long start-up. */
  static Protocol protocol(Variant variant) {
    return Protocol.of(variant).startingBy(Startup.HANDSHAKE);
  }

  /** A set of invariants. */
  static Set<Invariant> breaks(Invariant first, Invariant... more) {
    return EnumSet.of(first, more);
  }

  /** A system in which everything holds. */
  void holds(String name, SystemBuilder system, String because) {
    add(name, system, EnumSet.noneOf(Invariant.class), because);
  }

  void add(String name, SystemBuilder system, Set<Invariant> expected, String because) {
    rows.add(new SuiteRow(group, name, system.build(), expected, because, ""));
  }

  /** A choice of the original that is not safe. */
  void unsafe(
      String name, SystemBuilder system, Set<Invariant> expected, String because, String repair) {
    rows.add(new SuiteRow(group, name, system.build(), expected, because, repair));
  }

  List<SuiteRow> all() {
    return rows;
  }
}
