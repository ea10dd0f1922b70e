package io.ackfin.run.replay;

import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;

/**
 * What a thread has to do before it may choose anew: the rest of a task that it dispatches, a look
 * that allowed a dispatch, rings and looks that it owes. Not thread-safe.
 */
final class Duty {
  private static final int NO_CORE = -1;

  private int task;
  private int place;
  private int rest;
  private boolean gated;
  private int fillsCore = NO_CORE;
  private ResourceShape fillsWith;
  private boolean ring;
  private boolean recheck;

  /** The task that it dispatches, from 1; 0 for none. */
  int task() {
    return task;
  }

  /** The place of that task. */
  int place() {
    return place;
  }

  /** Whether that task is dispatched gated. */
  boolean gated() {
    return gated;
  }

  /** The subtask of that task whose turn it is. */
  Subslot next() {
    return first(rest);
  }

  /** The first subslot of a mask. */
  static Subslot first(int mask) {
    return Subslot.of(Integer.numberOfTrailingZeros(mask));
  }

  void begin(int newTask, int newPlace, int mask, boolean isGated) {
    task = newTask;
    place = newPlace;
    rest = mask;
    gated = isGated;
    forgetLook();
  }

  /** One subtask is in flight; true if that was the last one. */
  boolean subtaskDone() {
    rest &= rest - 1;
    if (rest == 0) {
      task = 0;
    }
    return rest == 0;
  }

  /** The dispatch was given up, and so is what is left of the task. */
  void giveUp() {
    rest = 0;
    task = 0;
  }

  /** A look allows a task of a shape behind what a core runs. */
  void mayFill(int core, ResourceShape shape) {
    fillsCore = core;
    fillsWith = shape;
  }

  /** Whether a look has allowed something that was not done yet. */
  boolean mayFill() {
    return fillsCore != NO_CORE;
  }

  /** Whether a look has allowed a task of a shape behind what a core runs. */
  boolean mayFillWith(int core, ResourceShape shape) {
    return fillsCore == core && fillsWith == shape;
  }

  /** The shape that the look allowed. */
  ResourceShape fillsWith() {
    return fillsWith;
  }

  /** The core that the look allowed it for. */
  int fillsCore() {
    return fillsCore;
  }

  void forgetLook() {
    fillsCore = NO_CORE;
  }

  boolean owesRing() {
    return ring;
  }

  void setOwesRing(boolean owes) {
    ring = owes;
  }

  boolean owesRecheck() {
    return recheck;
  }

  void setOwesRecheck(boolean owes) {
    recheck = owes;
  }

  /** The run is stopped: what was to come at home is not done any more. */
  void stop() {
    ring = false;
    recheck = false;
    forgetLook();
  }
}
