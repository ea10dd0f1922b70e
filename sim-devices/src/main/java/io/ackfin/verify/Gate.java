package io.ackfin.verify;

import io.ackfin.verify.Move.Kind;

/**
 * A dispatch before its producer is complete: task 2 needs task 1. Whoever completes task 1 rings
 * for every dispatch of task 2 that is published, gated and not rung for; whoever publishes one
 * looks once more afterwards, since the other may have looked before. That it was rung for is
 * common knowledge.
 */
final class Gate {
  private static final int PRODUCER = 1;
  private static final int CONSUMER = 2;

  private final Layout layout;
  private final boolean gated;
  private final int producerMask;

  Gate(HandshakeParts parts) {
    layout = parts.layout();
    gated = parts.features().gated();
    producerMask = parts.system().shape(PRODUCER).mask();
  }

  /** Whether a task, if its dispatch began now, would be gated. */
  boolean gates(long[] situation, int task) {
    return gated && task == CONSUMER && !producerComplete(situation);
  }

  boolean producerComplete(long[] situation) {
    return layout.producer.get(situation) == producerMask;
  }

  /** Whether the kernel of a payload may not run yet. */
  boolean runsTooEarly(CoreFields fields, long[] now, int payload) {
    return gated
        && TaskCode.task(fields.task[payload].get(now)) == CONSUMER
        && !producerComplete(now);
  }

  /** A subtask is complete; true if the producer is complete by that. */
  boolean completes(CoreFields fields, long[] now, int ordinal) {
    if (!gated) {
      return false;
    }
    int code = fields.task[ordinal].get(now);
    if (TaskCode.task(code) != PRODUCER) {
      return false;
    }
    layout.producer.set(now, layout.producer.get(now) | TaskCode.subslot(code).bit());
    return producerComplete(now);
  }

  /** The published, gated ordinals of a core that were not rung for, as a set. */
  int toRing(CoreFields fields, long[] situation) {
    int published = (2 << fields.dispatched.get(situation)) - 1;
    return fields.gated.get(situation) & published & ~fields.rung.get(situation);
  }

  /** Whether there is anything to ring for. */
  boolean anyToRing(long[] situation) {
    for (CoreFields fields : layout.cores) {
      if (toRing(fields, situation) != 0) {
        return true;
      }
    }
    return false;
  }

  /** A thread that has published a gated dispatch looks again. */
  void recheck(int thread, long[] from, Steps steps) {
    Draft draft = steps.begin(from);
    ThreadFields fields = layout.threads[thread];
    fields.owesRecheck.set(draft.now, 0);
    if (producerComplete(from) && anyToRing(from)) {
      fields.owesRing.set(draft.now, 1);
    }
    steps.emit(Moves.pack(Kind.RECHECK, thread, -1, 0), Actions.recheck(thread));
  }

  /** After a step: nobody owes a ring if there is nothing to ring for. */
  void settle(long[] now) {
    if (gated && !anyToRing(now)) {
      for (ThreadFields fields : layout.threads) {
        fields.owesRing.set(now, 0);
      }
    }
  }
}
