package io.ackfin.check;

import io.ackfin.protocol.HandshakeEvent;
import io.ackfin.protocol.Invariant;

/** Watches {@link Invariant#COMPLETES_ONCE}. */
final class CompletesOnceCheck implements InvariantCheck {
  private static final byte PUBLISHED = 1;
  private static final byte VISIBLE = 2;
  private static final byte COMPLETED = 4;

  private final Verdict verdict = new Verdict(Invariant.COMPLETES_ONCE);
  private final Names names;
  private final byte[] states;
  private final int[] running;
  private final DispatchOrder outputs;

  CompletesOnceCheck(Names names, int cores) {
    this.names = names;
    states = new byte[names.graph().subtasks()];
    running = new int[cores];
    outputs = new DispatchOrder(cores);
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }

  @Override
  public void on(HandshakeEvent event, long tick, int core, int detail, int item) {
    switch (event) {
      case PUBLISHED -> states[item] |= PUBLISHED;
      case KERNEL_STARTED -> running[core] = item;
      case KERNEL_ENDED -> outputs.published(core, running[core]);
      case OUTPUT_VISIBLE -> {
        // The output of the kernel that ended first comes first.
        int visible = outputs.handled(core);
        if (visible >= 0) {
          states[visible] |= VISIBLE;
        }
      }
      case COMPLETED -> onCompleted(tick, core, item);
      default -> {
        // Not about completion.
      }
    }
  }

  @Override
  public void onEnd(long tick, boolean finished, String why) {
    for (int subtask = 0; finished && subtask < states.length; subtask++) {
      if ((states[subtask] & (PUBLISHED | COMPLETED)) == PUBLISHED) {
        verdict.violated(tick, "%s was never completed", names.subtask(subtask));
      }
    }
  }

  private void onCompleted(long tick, int core, int subtask) {
    if ((states[subtask] & COMPLETED) != 0) {
      verdict.violated(tick, "core %d: %s completed twice", core, names.subtask(subtask));
    } else if ((states[subtask] & VISIBLE) == 0) {
      verdict.violated(
          tick,
          "core %d: %s completed before its output was visible",
          core,
          names.subtask(subtask));
    }
    states[subtask] |= COMPLETED;
  }
}
