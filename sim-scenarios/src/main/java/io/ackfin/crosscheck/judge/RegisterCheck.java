package io.ackfin.crosscheck.judge;

import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import io.ackfin.runtime.memory.Register;
import io.ackfin.runtime.record.Lane;
import io.ackfin.runtime.record.RecordKind;

/** The check {@link CheckKind#REGISTERS} over the records of a run. Not thread-safe. */
final class RegisterCheck {
  private static final int REGISTERS = Register.values().length;

  /**
   * How long a store may take to be seen after the call that made it has returned: processors keep
   * stores in a buffer for less than a microsecond, and a clock may be read that much early.
   */
  static final long POSTED_NS = 50_000;

  private final RunView view;
  private final Differences differences = new Differences(CheckKind.REGISTERS);
  private final RegisterHistory[] histories;
  // By core: how many stores of hank.task came before each of the writer's stores to DMB.
  private final Growing[] taskStores;
  // By lane and core, for loads and for polls: the last one, which a REPEAT repeats.
  private final int[] lastRead;

  private RegisterCheck(RunView view) {
    this.view = view;
    histories = new RegisterHistory[view.cores() * REGISTERS];
    taskStores = new Growing[view.cores()];
    for (int core = 0; core < view.cores(); core++) {
      for (Register register : Register.values()) {
        histories[core * REGISTERS + register.ordinal()] =
            new RegisterHistory(register == Register.TASK ? Long.MAX_VALUE : POSTED_NS);
      }
      taskStores[core] = new Growing();
      // DMB holds 0 before anything is stored.
      taskStores[core].add(1);
    }
    lastRead = new int[2 * view.lanes() * view.cores()];
  }

  static CheckResult of(RunView view, long[] order) {
    RegisterCheck check = new RegisterCheck(view);
    PossibleOrder.show(order, check::onWrite);
    PossibleOrder.show(order, check::onRead);
    return check.differences.result();
  }

  private void onWrite(int lane, int record) {
    Lane of = view.lane(lane);
    if (of.kind(record) != RecordKind.STORE) {
      return;
    }
    int core = of.core(record);
    Register register = Register.of(of.detail(record));
    boolean writer = isCores(register) ? view.coreOf(lane) == core : owns(lane, record, core);
    if (writer) {
      if (register == Register.DMB) {
        taskStores[core].add(history(core, Register.TASK).stores());
      }
      history(core, register).stored(of.value(record), of.beginNs(record), of.endNs(record));
    } else if (view.isExit(lane, record)) {
      history(core, register).exitStored(of.beginNs(record), of.endNs(record));
    } else if (view.finished()) {
      differences.add(
          "%s: %s was stored by a thread that does not own the core",
          view.place(lane, record), register);
    }
  }

  private boolean owns(int lane, int record, int core) {
    return view.coreOf(lane) == RunView.NONE && view.isOwners(core, lane, record);
  }

  private static boolean isCores(Register register) {
    return register == Register.COND
        || register == Register.REPORT
        || register == Register.AICORE_DONE;
  }

  private void onRead(int lane, int record) {
    Lane of = view.lane(lane);
    int core = of.core(record);
    int last = 2 * (lane * view.cores() + core);
    switch (of.kind(record)) {
      case LOAD, POLL -> {
        lastRead[of.kind(record) == RecordKind.POLL ? last + 1 : last] = record;
        differences.compared(1);
        check(lane, record, record);
      }
      case REPEAT -> {
        differences.compared(of.value(record));
        check(lane, lastRead[last + of.detail(record)], record);
      }
      default -> {
        // No read.
      }
    }
  }

  private void check(int lane, int read, int times) {
    Lane of = view.lane(lane);
    int core = of.core(read);
    boolean poll = of.kind(read) == RecordKind.POLL;
    Register register = poll ? Register.COND : Register.of(of.detail(read));
    if (isCores(register) && !owns(lane, read, core)) {
      // It decides nothing, and stands nowhere in the order of the reads that do.
      return;
    }
    RegisterHistory history = history(core, register);
    int word = of.value(read);
    long begin = of.beginNs(times);
    long end = of.endNs(times);
    RegisterHistory.Answer answer =
        register == Register.DMB && word == DmbWord.EXIT
            ? history.readExit(word, begin, end)
            : history.read(word, begin, end);
    if (answer == RegisterHistory.Answer.LEGAL) {
      if (register == Register.DMB && word != DmbWord.EXIT) {
        // What was stored to hank.task before this id is published by it.
        int before = (int) taskStores[core].get(history.seen());
        history(core, Register.TASK).publishedUpTo(before);
      }
    } else {
      differences.add(
          "%s: %s gave %s between %d and %d ns, which is %s",
          view.place(lane, times), register, word(register, word), begin, end, why(answer));
    }
  }

  private static String why(RegisterHistory.Answer answer) {
    return switch (answer) {
      case LEGAL -> "possible";
      case NEVER_WRITTEN -> "what nobody has stored there";
      case TOO_EARLY -> "what was stored there only later";
      case TOO_LATE -> "what had been replaced by then";
    };
  }

  private static String word(Register register, int word) {
    return switch (register) {
      case COND -> CondWord.format(word);
      case DMB -> DmbWord.format(word);
      default -> Integer.toString(word);
    };
  }

  private RegisterHistory history(int core, Register register) {
    return histories[core * REGISTERS + register.ordinal()];
  }
}
