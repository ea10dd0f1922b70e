package io.ackfin.verify;

/** Where one scheduler thread's part of a situation lies. */
final class ThreadFields {
  /** The place in its program; 0 is home. */
  final Field row;

  /** The core that its program, or what it looked at, concerns. */
  final Field core;

  /** The task that is being dispatched; 0 for none. */
  final Field task;

  /** The subslot whose subtask is next or under way. */
  final Field subslot;

  /** The place of a task of several subtasks, as the cluster search gives it. */
  final Field place;

  /** Whether the task is dispatched gated. */
  final Field gating;

  /** The shape that it may fill the core with, and 1; 0 for none. */
  final Field mayFill;

  /** It owes a look for dispatches to ring for. */
  final Field owesRing;

  /** It owes a look whether the producer of what it published is complete. */
  final Field owesRecheck;

  ThreadFields(FieldAllocator bits, Features features) {
    row = bits.take(6);
    core = bits.take(2);
    task = bits.take(CoreFields.ORDINAL);
    subslot = bits.take(2);
    place = bits.take(8);
    mayFill = bits.take(3);
    gating = bits.takeIf(features.gated(), 1);
    owesRing = bits.takeIf(features.gated(), 1);
    owesRecheck = bits.takeIf(features.gated(), 1);
  }
}
