package io.ackfin.crosscheck.judge;

import io.ackfin.protocol.DmbWord;
import io.ackfin.runtime.memory.Register;
import io.ackfin.runtime.record.Lane;
import io.ackfin.runtime.record.RecordKind;
import io.ackfin.workload.TaskGraph;
import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Puts the records of all lanes into an order in which they can have happened. Certain is: each
 * lane in its own order; a read of COND or DMB after the write that it saw; a core's taking after
 * its giving; a dispatch after the completion of its task's producers, unless the time stamps say
 * that it was before. Where none of this decides, the time at which a record begins does, and then
 * the order of lanes. Where what is certain contradicts itself, which is what other checks find,
 * the earliest goes first.
 */
final class PossibleOrder {
  /** The words that one register of one core was given, and which of them was seen last. */
  private static final class Shown {
    private final Growing words = new Growing();
    private int seen;

    Shown() {
      words.add(0);
    }

    /** Whether a word was stored, not before the one that was seen last; it then is that one. */
    boolean sees(int word) {
      for (int at = seen; at < words.size(); at++) {
        if ((int) words.get(at) == word) {
          seen = at;
          return true;
        }
      }
      return false;
    }
  }

  // Lanes are fewer than 2^10, times in nanoseconds less than 2^53.
  private static final int LANE_BITS = 10;

  private final RunView view;
  private final int[] next;
  private final boolean[] waits;
  private final PriorityQueue<Long> ready = new PriorityQueue<>();
  private final Shown[] cond;
  private final Shown[] dmb;
  private final boolean[] exits;
  private final int[] owner;
  private final boolean[] given;
  private final boolean[] complete;
  private final long[] completeAt;
  private final Growing order = new Growing();

  private PossibleOrder(RunView view) {
    this.view = view;
    next = new int[view.lanes()];
    waits = new boolean[view.lanes()];
    cond = new Shown[view.cores()];
    dmb = new Shown[view.cores()];
    exits = new boolean[view.cores()];
    owner = new int[view.cores()];
    given = new boolean[view.cores()];
    for (int core = 0; core < view.cores(); core++) {
      cond[core] = new Shown();
      dmb[core] = new Shown();
      owner[core] = view.owners(core).isEmpty() ? RunView.NONE : view.owners(core).get(0).lane();
    }
    complete = new boolean[view.plan().graph().tasks()];
    completeAt = new long[complete.length];
    Arrays.fill(completeAt, Long.MAX_VALUE);
  }

  /** All records in order, a lane in the upper half of each number and its record in the lower. */
  static long[] of(RunView view) {
    PossibleOrder search = new PossibleOrder(view);
    search.findCompletions();
    search.run();
    return search.order.toArray();
  }

  /** Shows all records of an order to visitors. */
  static void show(long[] order, RecordVisitor visitor) {
    for (long at : order) {
      visitor.on((int) (at >>> Integer.SIZE), (int) at);
    }
  }

  private void findCompletions() {
    for (int lane = 0; lane < view.lanes(); lane++) {
      Lane of = view.lane(lane);
      for (int record = 0; record < of.size(); record++) {
        if (of.kind(record) == RecordKind.TASK_COMPLETE) {
          int task = of.value(record);
          completeAt[task] = Math.min(completeAt[task], of.beginNs(record));
        }
      }
    }
  }

  private void run() {
    for (int lane = 0; lane < view.lanes(); lane++) {
      enqueue(lane);
    }
    do {
      while (!ready.isEmpty()) {
        int lane = (int) (ready.remove() & ((1 << LANE_BITS) - 1));
        waits[lane] = !mayGo(lane, next[lane]);
        if (!waits[lane]) {
          emit(lane);
          enqueue(lane);
        }
      }
    } while (forceEarliest());
  }

  private long key(int lane) {
    return view.lane(lane).beginNs(next[lane]) << LANE_BITS | lane;
  }

  private void enqueue(int lane) {
    if (next[lane] < view.lane(lane).size()) {
      ready.add(key(lane));
    }
  }

  /** Lets waiting lanes try again. */
  private void wake() {
    for (int lane = 0; lane < waits.length; lane++) {
      if (waits[lane]) {
        waits[lane] = false;
        enqueue(lane);
      }
    }
  }

  /** Everybody waits for somebody: the earliest goes on all the same. False if nobody waits. */
  private boolean forceEarliest() {
    int earliest = RunView.NONE;
    for (int lane = 0; lane < waits.length; lane++) {
      if (waits[lane] && (earliest == RunView.NONE || key(lane) < key(earliest))) {
        earliest = lane;
      }
    }
    if (earliest == RunView.NONE) {
      return false;
    }
    waits[earliest] = false;
    emit(earliest);
    enqueue(earliest);
    return true;
  }

  private void emit(int lane) {
    int record = next[lane]++;
    order.add((long) lane << Integer.SIZE | record);
    Lane of = view.lane(lane);
    int core = of.core(record);
    switch (of.kind(record)) {
      case STORE -> stored(of, record, core);
      case GIVE -> given[core] = true;
      case TAKE -> {
        owner[core] = lane;
        given[core] = false;
      }
      case TASK_COMPLETE -> complete[of.value(record)] = true;
      default -> {
        return;
      }
    }
    wake();
  }

  private void stored(Lane of, int record, int core) {
    if (of.detail(record) == Register.COND.ordinal()) {
      cond[core].words.add(of.value(record));
    } else if (of.detail(record) == Register.DMB.ordinal()) {
      if (of.value(record) == DmbWord.EXIT) {
        // Anybody may store it at any time, so it has no place among the owners' words.
        exits[core] = true;
      } else {
        dmb[core].words.add(of.value(record));
      }
    }
  }

  private boolean mayGo(int lane, int record) {
    Lane of = view.lane(lane);
    int core = of.core(record);
    return switch (of.kind(record)) {
      case LOAD -> mayRead(lane, core, Register.of(of.detail(record)), of.value(record));
      case POLL -> mayRead(lane, core, Register.COND, of.value(record));
      case TAKE -> owner[core] == lane || owner[core] == RunView.NONE || given[core];
      case DISPATCH -> producersCame(of.value(record), of.beginNs(record));
      default -> true;
    };
  }

  private boolean mayRead(int lane, int core, Register register, int word) {
    if (register == Register.DMB && view.coreOf(lane) == core) {
      return word == DmbWord.EXIT ? exits[core] : dmb[core].sees(word);
    }
    // Whoever reads COND and does not own the core decides nothing by it.
    return register != Register.COND || owner[core] != lane || cond[core].sees(word);
  }

  private boolean producersCame(int subtask, long time) {
    TaskGraph graph = view.plan().graph();
    int task = graph.task(subtask);
    for (int i = 0; i < graph.producerCount(task); i++) {
      int producer = graph.producer(task, i);
      if (!complete[producer] && completeAt[producer] <= time) {
        return false;
      }
    }
    return true;
  }
}
