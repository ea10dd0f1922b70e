package io.ackfin.handshake;

import io.ackfin.protocol.DispatchId;

/**
 * Everything that the programs of one protocol variant look up: the rows of core and scheduler, the
 * completion table and the dispatch-id counter. Immutable; any thread; shared by all readers.
 */
public final class Tables {
  final byte[] coreOperations;
  final byte[] coreNexts;
  final byte[] coreAlternatives;
  final byte[] schedulerOperations;
  final byte[] schedulerNexts;
  final byte[] schedulerAlternatives;

  /** Whether the core's payload address is learned once, at start-up. */
  final boolean keepsPointer;

  private final TableRows rows;

  Tables(TableRows rows) {
    this.rows = rows;
    int corePlaces = CoreRow.values().length;
    coreOperations = rows.core().operations(corePlaces);
    coreNexts = rows.core().nexts(corePlaces);
    coreAlternatives = rows.core().alternatives(corePlaces);
    int schedulerPlaces = SchedulerRow.values().length;
    schedulerOperations = rows.scheduler().operations(schedulerPlaces);
    schedulerNexts = rows.scheduler().nexts(schedulerPlaces);
    schedulerAlternatives = rows.scheduler().alternatives(schedulerPlaces);
    keepsPointer = rows.core().at(CoreRow.POINTER).operation() == CoreOperation.KEEP_POINTER;
  }

  /** The dispatch-id counter. */
  public DispatchId ids() {
    return rows.ids();
  }

  /** The completion table. */
  Completion completion() {
    return rows.completion();
  }

  /** Whether a payload's slot is the lowest bit of its dispatch id. */
  boolean slotFollowsId() {
    return rows.scheduler().has(SchedulerRow.NEXT_SLOT)
        && rows.scheduler().at(SchedulerRow.NEXT_SLOT).operation() == SchedulerOperation.FOLLOW_ID;
  }

  CoreRow coreEntry() {
    return rows.coreEntry();
  }

  SchedulerRow schedulerEntry() {
    return rows.schedulerEntry();
  }
}
