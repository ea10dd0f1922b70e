package io.ackfin.verify;

import io.ackfin.protocol.DmbWord;
import io.ackfin.protocol.Subslot;

/**
 * Kernels of one task that wait for each other. A wait also ends when the core sees exit in its
 * DATA_MAIN_BASE. Which task a kernel belongs to is what the payload that it read at its start
 * says.
 */
final class Siblings {
  private final Layout layout;
  private final Codes codes;
  private final Features features;
  private final int[] activeMasks;

  Siblings(HandshakeParts parts) {
    layout = parts.layout();
    codes = parts.codes();
    features = parts.features();
    BoundedSystem system = parts.system();
    activeMasks = new int[system.tasks() + 1];
    for (int task = 1; task <= system.tasks(); task++) {
      activeMasks[task] = system.shape(task).mask();
    }
  }

  /** A kernel starts. */
  void start(CoreFields fields, long[] now, int payload) {
    if (features.siblings()) {
      fields.kernel.set(now, payload);
      if (!features.barrier()) {
        meet(fields, now);
      }
    }
  }

  /** Whether the kernel has still to come to the point where it waits. */
  boolean mustArrive(CoreFields fields, long[] situation) {
    return features.barrier() && !fields.arrived.isSet(situation) && hasSiblings(fields, situation);
  }

  /** The kernel comes to the point where it waits. */
  void arrive(CoreFields fields, long[] now) {
    fields.arrived.set(now, 1);
    meet(fields, now);
  }

  /** Whether nothing keeps the kernel from ending. */
  boolean letGo(CoreFields fields, long[] situation) {
    if (!features.siblings() || !hasSiblings(fields, situation) || seesExit(fields, situation)) {
      return true;
    }
    int task = task(fields, situation);
    return layout.met[task].get(situation) == activeMasks[task];
  }

  /** The kernel ends. */
  void end(CoreFields fields, long[] now) {
    if (features.siblings()) {
      fields.kernel.set(now, 0);
      if (features.barrier()) {
        fields.arrived.set(now, 0);
      }
    }
  }

  private void meet(CoreFields fields, long[] now) {
    if (hasSiblings(fields, now)) {
      Field met = layout.met[task(fields, now)];
      met.set(now, met.get(now) | subslot(fields, now).bit());
    }
  }

  private boolean hasSiblings(CoreFields fields, long[] situation) {
    return Integer.bitCount(activeMasks[task(fields, situation)]) > 1;
  }

  private boolean seesExit(CoreFields fields, long[] situation) {
    return codes.dmbWord(fields.dmb.get(situation)) == DmbWord.EXIT;
  }

  /** The task of the running kernel; 0 if the payload was that of none. */
  private static int task(CoreFields fields, long[] situation) {
    return TaskCode.task(fields.task[fields.kernel.get(situation)].get(situation));
  }

  private static Subslot subslot(CoreFields fields, long[] situation) {
    return TaskCode.subslot(fields.task[fields.kernel.get(situation)].get(situation));
  }
}
