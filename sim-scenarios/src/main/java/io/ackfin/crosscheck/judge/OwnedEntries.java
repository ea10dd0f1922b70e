package io.ackfin.crosscheck.judge;

import io.ackfin.crosscheck.inclusion.Entry;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import io.ackfin.runtime.memory.Register;
import io.ackfin.runtime.record.Lane;
import io.ackfin.runtime.record.RecordKind;

/**
 * The records of one thread about one core that it owns, as the entries by which it went on: start,
 * work and exit apart from one another. Not thread-safe.
 */
final class OwnedEntries {
  private enum Phase {
    STARTING,
    WORKING,
    LEAVING,
    ANSWERED
  }

  private final int core;
  private final RunView view;
  private final CoreWords words;
  private final boolean longStart;
  private final boolean looks;
  private final Growing start = new Growing();
  private final Growing exit = new Growing();
  private final Growing work;
  private Phase phase;
  private boolean reported;
  private boolean dispatching;
  private boolean built;
  private int dispatchedAt;
  private int running;
  // What the guard saw last, or the look that answers it as well; and the last that was no answer.
  private boolean guardSeen;
  private int guardWord;
  private boolean unmetSeen;
  private int unmetWord;
  private boolean looked;
  private int lookWord;
  private long lookedAt;
  private long polledAt;

  /**
   * Entries about a core.
   *
   * @param words what all owners know of the core
   * @param work where the thread's entries about all cores go that are no start and no exit
   * @param starts whether the thread starts the core
   */
  OwnedEntries(int core, RunView view, CoreWords words, Growing work, boolean starts) {
    this.core = core;
    this.view = view;
    this.words = words;
    this.work = work;
    longStart = view.plan().protocol().startup() == Startup.HANDSHAKE;
    looks = view.plan().protocol().variant() == Variant.DUAL_SLOT;
    phase = starts ? Phase.STARTING : Phase.WORKING;
  }

  Growing start() {
    return start;
  }

  Growing exit() {
    return exit;
  }

  /** Whether a dispatch was begun and neither published nor given up. */
  boolean isDispatching() {
    return dispatching && built;
  }

  /** Whether the core is not through its start-up. */
  boolean isStarting() {
    return phase == Phase.STARTING;
  }

  /** A record of the thread about the core, but for exits to all cores. */
  void on(Lane of, int record) {
    if (isLoad(of, record, Register.AICORE_DONE) && of.value(record) != 0) {
      // What the core said before it said that it was done is known by that.
      words.seen(CondWord.CORE_IDLE);
    }
    if (phase == Phase.STARTING) {
      onStart(of, record);
    } else if (phase == Phase.WORKING) {
      onWork(of, record);
    } else {
      onExit(of, record);
    }
  }

  private void onStart(Lane of, int record) {
    int word = of.value(record);
    switch (of.kind(record)) {
      case STORE -> onStartStore(Register.of(of.detail(record)), word);
      case LOAD -> {
        if (isLoad(of, record, Register.REPORT) && word != 0 && !reported) {
          reported = true;
          start.add(entry(SchedulerOperation.AWAIT_REPORT, CoreEntries.reported(core, word, view)));
        } else if (isLoad(of, record, Register.AICORE_DONE) && word != 0) {
          start.add(entry(SchedulerOperation.AWAIT_DONE, word));
          phase = Phase.WORKING;
        }
      }
      default -> {
        // Nothing that starts a core.
      }
    }
  }

  private void onStartStore(Register register, int word) {
    switch (register) {
      case TASK ->
          start.add(entry(SchedulerOperation.STORE_FIRST_POINTER, CoreEntries.slot(core, word)));
      case AICPU_READY -> start.add(entry(SchedulerOperation.CALL, word));
      case WINDOW -> start.add(entry(SchedulerOperation.SAY_OPEN, word));
      case DMB -> {
        // A host has no window to open; whoever stores idle has it open.
        start.add(entry(SchedulerOperation.OPEN_WINDOW, 1));
        start.add(entry(SchedulerOperation.STORE_IDLE, word));
        phase = longStart ? phase : Phase.WORKING;
      }
      default -> {
        // The core's.
      }
    }
  }

  private void onWork(Lane of, int record) {
    int word = of.value(record);
    switch (of.kind(record)) {
      case LOAD -> {
        if (of.detail(record) == Register.COND.ordinal()) {
          onRead(of, record, false);
          looked = true;
          lookWord = word;
          onCond(word);
        }
      }
      case REPEAT -> onRead(of, record, of.detail(record) == 1);
      case POLL -> {
        onRead(of, record, true);
        words.seen(word);
        onPoll(word, CompletionCase.of(of.detail(record)), of.extra(record));
      }
      case DISPATCH -> {
        running = (int) (of.extra(record) >>> Integer.SIZE);
        onDispatch(of.detail(record) == 1);
      }
      case SLOT_WRITE -> onBuilt(of, record);
      case ABORTED -> giveUp();
      case STORE -> onStore(Register.of(of.detail(record)), word);
      default -> {
        // No access.
      }
    }
  }

  /** Looks and polls take turns; what counts is which of them was the last before a dispatch. */
  private void onRead(Lane of, int record, boolean poll) {
    if (poll) {
      polledAt = of.endNs(record);
    } else {
      lookedAt = of.endNs(record);
    }
  }

  private static boolean isLoad(Lane of, int record, Register register) {
    return of.kind(record) == RecordKind.LOAD && of.detail(record) == register.ordinal();
  }

  private void onCond(int word) {
    words.seen(word);
    if (dispatching && !words.isNoAnswer(word)) {
      guardSeen = true;
      guardWord = word;
      if (CondWord.id(word) != running) {
        unmetSeen = true;
        unmetWord = word;
      }
    }
  }

  private void onPoll(int word, CompletionCase found, long pair) {
    boolean opens =
        found == CompletionCase.NONE
            && words.opensBy(word, (int) (pair >>> Integer.SIZE), (int) pair);
    if (found != CompletionCase.NONE || opens) {
      words.opened();
      work.add(Entry.poll(core, word, found));
    }
  }

  private void onDispatch(boolean pipeline) {
    dispatching = true;
    dispatchedAt = work.size();
    built = false;
    guardSeen = false;
    unmetSeen = false;
    if (pipeline && looks && looked && lookedAt >= polledAt) {
      work.add(entry(SchedulerOperation.LOOK_AT_COND, lookWord));
      // What the look saw answers the guard, too.
      guardSeen = true;
      guardWord = lookWord;
    }
    looked = false;
  }

  private void onBuilt(Lane of, int record) {
    built = true;
    int payload = CoreEntries.folded(of.extra(record));
    work.add(Entry.payload(core, of.detail(record), payload));
  }

  private void onStore(Register register, int word) {
    switch (register) {
      case TASK -> {
        passGuard();
        work.add(entry(SchedulerOperation.STORE_POINTER, CoreEntries.slot(core, word)));
      }
      case DMB -> onDmb(word);
      default -> work.add(entry(SchedulerOperation.CLOSE_WINDOW, word));
    }
  }

  private void onDmb(int word) {
    if (word == DmbWord.EXIT) {
      if (isDispatching() && !view.finished()) {
        giveUp();
      }
      exit.add(entry(SchedulerOperation.STORE_EXIT, word));
      phase = Phase.LEAVING;
      return;
    }
    passGuard();
    boolean id = word != DmbWord.IDLE;
    work.add(entry(id ? SchedulerOperation.STORE_ID : SchedulerOperation.STORE_IDLE, word));
    words.closed();
    dispatching = false;
  }

  private void passGuard() {
    if (guardSeen) {
      work.add(entry(SchedulerOperation.AWAIT_RUNNING, guardWord));
      guardSeen = false;
    }
  }

  /**
   * The guard's wait has ended without what it waited for. Whoever dies in it may look once more,
   * to say what it waited for, and see just that. Where no word is known that it was no answer to,
   * the dispatch is left out: it has left everything as it was.
   */
  void giveUp() {
    if (unmetSeen) {
      work.add(Entry.ended(entry(SchedulerOperation.AWAIT_RUNNING, unmetWord)));
    } else {
      work.cutTo(dispatchedAt);
    }
    dispatching = false;
    guardSeen = false;
  }

  private void onExit(Lane of, int record) {
    int word = of.value(record);
    if (isLoad(of, record, Register.COND) && phase == Phase.LEAVING) {
      words.seen(word);
      if (word == CondWord.CORE_EXITED && !words.isNoAnswer(word)) {
        exit.add(entry(SchedulerOperation.AWAIT_EXITED, word));
        phase = Phase.ANSWERED;
      }
    } else if (of.kind(record) == RecordKind.STORE && phase == Phase.ANSWERED) {
      SchedulerOperation operation =
          of.detail(record) == Register.DMB.ordinal()
              ? SchedulerOperation.STORE_IDLE
              : SchedulerOperation.CLOSE_WINDOW;
      exit.add(entry(operation, word));
    }
  }

  /** Nothing more is recorded; in a run that was stopped the answer is awaited no longer. */
  void end() {
    if (phase == Phase.LEAVING && !view.finished()) {
      exit.add(Entry.ended(entry(SchedulerOperation.AWAIT_EXITED, words.cond())));
    }
  }

  private long entry(SchedulerOperation operation, int word) {
    return Entry.ofThread(core, operation, word);
  }
}
