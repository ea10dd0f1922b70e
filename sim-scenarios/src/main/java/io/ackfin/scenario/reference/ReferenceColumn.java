package io.ackfin.scenario.reference;

import java.util.List;
import java.util.Locale;

/** A column of reference rows. The letters are those of the published table. */
public enum ReferenceColumn {
  CORES("cores", "C"),
  TASKS("tasks", "N"),
  DURATION("duration", "D"),
  SCHEDULERS("schedulers", "S"),
  LOAD("load", ""),
  STORE_ISSUE("storeIssue", ""),
  STORE_VISIBLE("storeVisible", ""),
  COND_VISIBLE("condVisible", ""),
  POLL("poll", ""),
  PICKUP("pickup", ""),
  DISPATCH("dispatch", ""),
  COMPLETION("completion", ""),
  MAKESPAN("makespan", ""),
  LAST_KERNEL_END("lastKernelEnd", ""),
  CASE_A("caseA", "A"),
  CASE_B("caseB", "B"),
  CASE_C("caseC", "C"),
  CASE_D("caseD", "D"),
  LOADS("loads", ""),
  GUARD_LOADS("guardLoads", "");

  /** The columns of the published table, in its order. */
  public static final List<ReferenceColumn> PUBLISHED =
      List.of(
          CORES,
          TASKS,
          DURATION,
          SCHEDULERS,
          MAKESPAN,
          LAST_KERNEL_END,
          CASE_A,
          CASE_B,
          CASE_C,
          CASE_D,
          LOADS,
          GUARD_LOADS);

  private final String label;
  private final String letter;

  ReferenceColumn(String label, String letter) {
    this.label = label;
    this.letter = letter;
  }

  /** The name in files. */
  @Override
  public String toString() {
    return label;
  }

  /** Whether it is a figure to compare, not a parameter. */
  public boolean isFigure() {
    return compareTo(MAKESPAN) >= 0;
  }

  /** Whether its values are times. */
  public boolean isTime() {
    return this == DURATION
        || (compareTo(LOAD) >= 0 && compareTo(COMPLETION) <= 0)
        || this == MAKESPAN
        || this == LAST_KERNEL_END;
  }

  /** Whether a header's cell, stripped of a unit, means this column. */
  boolean isCalled(String cell) {
    String name = cell.strip().replaceAll("(?i)[ _]ps$", "");
    return name.equals(letter)
        || name.replace("_", "").toLowerCase(Locale.ROOT).equals(label.toLowerCase(Locale.ROOT));
  }
}
