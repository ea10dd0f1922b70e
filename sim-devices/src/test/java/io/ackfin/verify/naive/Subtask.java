package io.ackfin.verify.naive;

import io.ackfin.protocol.Subslot;

/**
 * One dispatch of a core and what is dispatched. Programs do not see it; it goes with the ids and
 * payloads that they do see.
 *
 * @param ordinal which dispatch of its core it is, from 1; 0 for none
 * @param task the task, from 1; 0 for none
 * @param subslot which part of the task
 */
record Subtask(int ordinal, int task, Subslot subslot) {
  static final Subtask NONE = new Subtask(0, 0, Subslot.AIC);

  /** Short, as it stands in keys and in steps. */
  @Override
  public String toString() {
    return ordinal == 0 ? "none" : "task " + task + "/" + subslot + " #" + ordinal;
  }
}
