package io.ackfin.run.replay;

import io.ackfin.verify.Move;
import io.ackfin.verify.Move.Kind;
import io.ackfin.verify.Step;
import java.util.ArrayList;
import java.util.List;

/** A way that a test writes down, step by step; every method adds to it and gives it back. */
public final class HandMadeWay {
  private final List<Step> steps = new ArrayList<>();

  /** A core's row. */
  public HandMadeWay core(int core, String what, String value) {
    return step(new Move(Kind.CORE, -1, core, 0), "core " + core, what, value);
  }

  /** A core's row that sees the copy in its cache. */
  HandMadeWay cached(int core, String what, String value) {
    return step(new Move(Kind.CORE, -1, core, 1), "core " + core, what, value);
  }

  /** The next row of the program that a thread is in. */
  HandMadeWay thread(int thread, int core, String what, String value) {
    return by(Kind.THREAD, thread, core, 0, what, value);
  }

  /** A thread takes a task for the cube core of a cluster and builds its payload. */
  HandMadeWay dispatch(int thread, int cluster, int core, int task, String value) {
    int onlyTheCube = 3 << 4 | 3 << 2;
    int argument = task | (cluster << 6 | onlyTheCube) << 8;
    return by(Kind.DISPATCH, thread, core, argument, "BUILD_PAYLOAD", value);
  }

  HandMadeWay poll(int thread, int core, String value) {
    return by(Kind.POLL, thread, core, 0, "APPLY_COND", value);
  }

  HandMadeWay exit(int thread, int core) {
    return by(Kind.EXIT, thread, core, 0, "STORE_EXIT", "DMB := exit");
  }

  HandMadeWay visible(int thread, int core, int position, String value) {
    Move move = new Move(Kind.STORE_VISIBLE, thread, core, position);
    return step(move, "memory", "shows a store", value);
  }

  /** A step of a kind that is about no row. */
  HandMadeWay happens(Kind kind, int thread, int core, int argument) {
    return step(new Move(kind, thread, core, argument), "somebody", kind.name(), "");
  }

  /** A step of a thread. */
  HandMadeWay by(Kind kind, int thread, int core, int argument, String what, String value) {
    Move move = new Move(kind, thread, core, argument);
    return step(move, "thread " + thread, what + " on core " + core, value);
  }

  /** Dispatches a task to a core that was never given anything, all stores in order. */
  HandMadeWay dispatchFirst(int thread, int cluster, int core, int task) {
    return dispatch(thread, cluster, core, task, "slot 0 := dispatch 1 (task " + task + ")")
        .thread(thread, core, "STORE_POINTER", "hank.task := slot 0")
        .thread(thread, core, "FENCE", "")
        .thread(thread, core, "STORE_ID", "DMB := 1")
        .thread(thread, core, "FENCE", "");
  }

  /** A core takes a dispatch up and starts its kernel. */
  HandMadeWay starts(int core, int id, int slot) {
    return core(core, "READ_DMB", "DMB = " + id)
        .core(core, "INVALIDATE_ALL", "all lines")
        .core(core, "READ_POINTER", "hank.task = slot " + slot)
        .core(core, "WRITE_ACK", "COND := ACK(" + id + ")")
        .core(core, "START_KERNEL", "slot " + slot + " = dispatch " + id);
  }

  /** A core ends its kernel, with nothing behind it. */
  HandMadeWay ends(int core, int id, int slot) {
    return core(core, "END_KERNEL", "slot " + slot + " = dispatch " + id)
        .core(core, "PUBLISH_OUTPUT", "")
        .core(core, "LOOK_BEHIND", "DMB = " + id)
        .core(core, "WRITE_FIN", "COND := FIN(" + id + ")");
  }

  /** A thread ends a core that polls, and the core leaves. */
  HandMadeWay leaves(int thread, int core) {
    return exit(thread, core)
        .core(core, "READ_DMB", "DMB = exit")
        .core(core, "WRITE_EXITED", "COND := core exited")
        .thread(thread, core, "AWAIT_EXITED", "COND = core exited")
        .thread(thread, core, "STORE_IDLE", "DMB := idle")
        .thread(thread, core, "CLOSE_WINDOW", "window := closed");
  }

  /** One task on one core, from its dispatch to the core's end. */
  public static HandMadeWay wholeRun() {
    return new HandMadeWay()
        .dispatchFirst(0, 0, 0, 1)
        .starts(0, 1, 0)
        .ends(0, 1, 0)
        .poll(0, 0, "COND = FIN(1): case C")
        .leaves(0, 0);
  }

  /** The steps so far. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  private HandMadeWay step(Move move, String who, String what, String value) {
    steps.add(new Step(steps.size() + 1, move, who, what, value));
    return this;
  }
}
