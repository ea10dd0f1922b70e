package io.ackfin.verify.suite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All systems of the suite, in the order in which they are told. */
public final class Suite {
  private Suite() {}

  /** Every row; unmodifiable. */
  public static List<SuiteRow> rows() {
    List<SuiteRow> rows = new ArrayList<>();
    rows.addAll(WholeRows.all());
    rows.addAll(ProtectionRows.alone());
    rows.addAll(ProtectionRows.onTwoCores());
    rows.addAll(ProtectionRows.pairs());
    rows.addAll(MemoryRows.all());
    rows.addAll(IdRows.all());
    rows.addAll(GateRows.all());
    rows.addAll(ClusterRows.all());
    rows.addAll(ShutdownRows.all());
    rows.addAll(FaultRows.all());
    return Collections.unmodifiableList(rows);
  }
}
