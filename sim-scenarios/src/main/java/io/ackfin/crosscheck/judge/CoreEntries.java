package io.ackfin.crosscheck.judge;

import io.ackfin.crosscheck.inclusion.Entry;
import io.ackfin.crosscheck.inclusion.EntrySequence;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import io.ackfin.runtime.memory.PayloadSlots;
import io.ackfin.runtime.memory.Register;
import io.ackfin.runtime.memory.RegisterPort;
import io.ackfin.runtime.record.Lane;

/**
 * The records of one core's thread as the entries by which it went on. Reads that a wait goes on
 * after are left out, and those that the tables of the variant do not have: hank.task at start-up
 * with two slots, DMB behind a kernel where FIN is written whatever it holds. Not thread-safe.
 */
final class CoreEntries {
  private final int core;
  private final RunView view;
  private final boolean longStart;
  private final Variant variant;
  private final EntrySequence entries = new EntrySequence();
  private boolean started;
  private boolean inKernel;
  private boolean afterKernel;
  private boolean opened;
  private int last = DmbWord.IDLE;
  private int read = RunView.NONE;
  private boolean cutShort;

  CoreEntries(int core, RunView view) {
    this.core = core;
    this.view = view;
    longStart = view.plan().protocol().startup() == Startup.HANDSHAKE;
    variant = view.plan().protocol().variant();
  }

  EntrySequence entries() {
    return entries;
  }

  /** Whether it got through its start-up. */
  boolean started() {
    return started;
  }

  /** Whether the run's end cut a kernel short, of which the rules know nothing. */
  boolean wasCutShort() {
    return cutShort;
  }

  /** A record of the core's thread about the core. */
  void on(int record) {
    Lane of = view.lane(view.laneOf(core));
    if (cutShort) {
      return;
    }
    int word = of.value(record);
    switch (of.kind(record)) {
      case LOAD -> onLoad(Register.of(of.detail(record)), word);
      case STORE -> onStore(Register.of(of.detail(record)), word);
      case SLOT_READ -> read = record;
      case KERNEL_START -> {
        add(payload(CoreOperation.START_KERNEL, of, record));
        inKernel = true;
      }
      case KERNEL_END -> {
        add(payload(CoreOperation.END_KERNEL, of, record));
        add(Entry.ofCore(CoreOperation.PUBLISH_OUTPUT, 0));
        inKernel = false;
        afterKernel = true;
      }
      default -> {
        // No access of its own.
      }
    }
  }

  private long payload(CoreOperation operation, Lane of, int record) {
    int payload = read == RunView.NONE ? of.value(record) : folded(of.extra(read));
    return Entry.ofCorePayload(operation, of.detail(record), payload);
  }

  /** A checksum as a number that an entry has room for. */
  static int folded(long checksum) {
    return Long.hashCode(checksum);
  }

  /** A slot by its address in hank.task; what is no address of this core's slots stays as it is. */
  static int slot(int core, int address) {
    int first = PayloadSlots.address(core, 0);
    return address == first || address == first + 1 ? address - first : address;
  }

  private void onLoad(Register register, int word) {
    switch (register) {
      case AICPU_READY -> addIf(longStart && word != 0, CoreOperation.AWAIT_CALL, word);
      case WINDOW -> addIf(longStart && word != 0, CoreOperation.AWAIT_WINDOW, word);
      case TASK -> {
        boolean single = variant == Variant.SINGLE_SLOT;
        addIf(started != single, CoreOperation.READ_POINTER, slot(core, word));
      }
      case DMB -> onDmb(word);
      default -> {
        // The core reads nothing else.
      }
    }
  }

  private void onDmb(int word) {
    if (!started) {
      addIf(!longStart && !opened && word == DmbWord.IDLE, CoreOperation.AWAIT_DMB_OPEN, word);
      opened |= word == DmbWord.IDLE;
    } else if (inKernel) {
      // It waits for its siblings.
      return;
    } else if (afterKernel) {
      addIf(variant == Variant.DUAL_SLOT, CoreOperation.LOOK_BEHIND, word);
      afterKernel = false;
    } else if (word != DmbWord.IDLE && word != last) {
      add(Entry.ofCore(CoreOperation.READ_DMB, word));
      last = word;
    }
  }

  private void onStore(Register register, int word) {
    switch (register) {
      case REPORT -> add(Entry.ofCore(CoreOperation.REPORT, reported(core, word, view)));
      case AICORE_DONE -> addIf(longStart, CoreOperation.SAY_DONE, word);
      case COND -> onCond(word);
      default -> {
        // Exit to all cores is the business of the core's thread as one of many.
      }
    }
  }

  /** The tables' word for a right report; a wrong one stays as it is. */
  static int reported(int core, int word, RunView view) {
    boolean cube = view.plan().spec().chip().isCube(core);
    return word == RegisterPort.report(core, cube) ? 1 : word;
  }

  private void onCond(int word) {
    if (inKernel && !view.finished() && word == CondWord.CORE_EXITED) {
      cutShort = true;
      return;
    }
    started |= word == CondWord.CORE_IDLE;
    CoreOperation operation =
        switch (word) {
          case CondWord.CORE_IDLE -> CoreOperation.WRITE_IDLE;
          case CondWord.CORE_EXITED -> CoreOperation.WRITE_EXITED;
          default -> CondWord.isFin(word) ? CoreOperation.WRITE_FIN : CoreOperation.WRITE_ACK;
        };
    add(Entry.ofCore(operation, word));
  }

  private void addIf(boolean counts, CoreOperation operation, int word) {
    if (counts) {
      add(Entry.ofCore(operation, word));
    }
  }

  private void add(long entry) {
    entries.append(entry);
  }
}
