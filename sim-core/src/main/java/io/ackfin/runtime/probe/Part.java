package io.ackfin.runtime.probe;

/** A part of what the runtime costs, in nanoseconds. */
public enum Part {
  /** One reading of the clock, in a loop of readings. */
  CLOCK_READ("clock read", "a loop of readings"),
  /** The smallest step between two different readings of the clock. */
  CLOCK_STEP("clock step", "the smallest difference of two readings"),
  /** A load of a register that nobody writes. */
  LOAD_UNCHANGED("load, unchanged", "a loop of loads of COND"),
  /** A load of a register that the other thread has just written. */
  LOAD_WRITTEN("load, just written", "a load of hank.task after the sight of a later store"),
  /** A store to a register that the other side does not read. */
  STORE("store", "a loop of stores to DATA_MAIN_BASE"),
  /** The full barrier of a dispatch with nothing to wait for. */
  BARRIER("barrier", "a loop of full barriers, each after one store"),
  /** Taking a task out of a ready queue. */
  QUEUE_POP("queue pop", "a queue emptied in a loop, one thread"),
  /** Putting a task into a ready queue. */
  QUEUE_PUSH("queue push", "a queue filled in a loop, one thread"),
  /** Writing one payload. */
  PAYLOAD_BUILD("payload build", "a loop of payloads into the two slots in turn"),
  /** A store to DATA_MAIN_BASE until the core's side has seen it. */
  DMB_HANDOVER("DMB store to seen", "two threads, the clock read at either end"),
  /** A store to COND until the scheduler's side has seen it. */
  COND_HANDOVER("COND store to seen", "two threads, the clock read at either end"),
  /** A store to DATA_MAIN_BASE and the answer in COND. */
  ROUND_TRIP("round trip", "two threads, the quickest of many times ten trips"),
  /** From the start of a kernel of 0 ns to its end. */
  KERNEL_LEAST("shortest kernel", "kernels of 0 ns of a core with a driver"),
  /** By how much a kernel takes longer than it is asked to. */
  KERNEL_EXCESS("kernel excess", "kernels of 1 us of a core with a driver"),
  /** One turn of a core's loop that finds nothing. */
  CORE_TURN("core turn", "a loop of turns of a core that waits"),
  /** From a core's sight of a new id to its store of ACK, with one slot. */
  PICK_UP("pick-up to ACK", "a core with a driver, one slot"),
  /** The same with two slots, where hank.task is read, too. */
  PICK_UP_POINTER(
      "pick-up to ACK by hank.task", "a core with a driver that dispatches ahead, two slots"),
  /** From ACK to the start of the kernel. */
  KERNEL_START("ACK to kernel start", "a core with a driver that dispatches ahead, two slots"),
  /** From a kernel's end to the sight of the dispatch that waits behind it. */
  LOOK_BEHIND("kernel end to next id", "a core with a driver that dispatches ahead, two slots"),
  /** From the time of a dispatch to the core's sight of its id. */
  DISPATCH_SEEN(
      "dispatch to seen", "a core with a driver that dispatches as a scheduler does, two slots"),
  /** From the last look at the clock before FIN to the time at which a scheduler judges it. */
  FIN_JUDGED("FIN to judged", "a scheduler whose core is an echo"),
  /** From the judging of a completion to the time of the dispatch that it makes room for. */
  JUDGED_TO_DISPATCH("judged to dispatch", "a scheduler whose core is an echo, one slot"),
  /** From the time of a dispatch to an idle core to the end of the turn. */
  AFTER_DISPATCH("dispatch to turn's end", "a scheduler whose core is an echo, one slot"),
  /** One turn of a scheduler's loop that polls one busy core in vain. */
  IDLE_TURN("scheduler turn", "a loop of turns of a scheduler with one busy core"),
  /** What each further busy core adds to such a turn. */
  POLL("poll of one core", "turns with nine busy cores against turns with one"),
  /** Bookkeeping of one completed task without consumers, its judging included. */
  COMPLETION("completion", "turns that complete 32 tasks and dispatch none"),
  /** What each consumer adds, where it does not become ready by that. */
  CONSUMER("completion, per consumer", "such turns with four consumers a task"),
  /** Releasing what one completed task held. */
  RELEASE("release", "turns that release 32 tasks"),
  /** Submitting one task. */
  SUBMIT("submission", "steps of an orchestrator that submit 16 tasks each");

  private final String label;
  private final String how;

  Part(String label, String how) {
    this.label = label;
    this.how = how;
  }

  /** How it is measured, for people. */
  public String how() {
    return how;
  }

  /** The name in reports. */
  @Override
  public String toString() {
    return label;
  }
}
