package io.ackfin.crosscheck.judge;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import io.ackfin.protocol.HandshakeEvent;
import io.ackfin.protocol.HandshakeListener;
import io.ackfin.runtime.memory.Register;
import io.ackfin.runtime.record.Lane;
import java.util.Arrays;

/**
 * Tells a recorded run as events, with nanoseconds for ticks. It knows neither submissions nor when
 * a store arrives. Not thread-safe.
 */
final class EventTeller implements RecordVisitor {
  private static final int NONE = RunView.NONE;

  private final RunView view;
  private final HandshakeListener listener;
  // By core: the subtask that is being dispatched, and the last id that the core took up.
  private final int[] dispatching;
  private final int[] received;
  private boolean stopping;
  private long events;
  private long lastNs;

  EventTeller(RunView view, HandshakeListener listener) {
    this.view = view;
    this.listener = listener;
    dispatching = new int[view.cores()];
    received = new int[view.cores()];
    Arrays.fill(dispatching, NONE);
    Arrays.fill(received, DmbWord.IDLE);
  }

  /** How many events were told. */
  long events() {
    return events;
  }

  /** When the last record began. */
  long lastNs() {
    return lastNs;
  }

  @Override
  public void on(int lane, int record) {
    lastNs = view.lane(lane).beginNs(record);
    if (view.coreOf(lane) == NONE) {
      onThread(lane, record);
    } else {
      onCore(lane, record);
    }
  }

  private void onThread(int lane, int record) {
    Lane of = view.lane(lane);
    int core = of.core(record);
    int value = of.value(record);
    switch (of.kind(record)) {
      case DISPATCH -> {
        dispatching[core] = value;
        if ((int) (of.extra(record) >>> Integer.SIZE) == NONE) {
          tell(HandshakeEvent.BELIEVED_IDLE, core, NONE, NONE);
        }
      }
      case ABORTED -> dispatching[core] = NONE;
      case SLOT_WRITE -> tell(HandshakeEvent.BUILT, core, of.detail(record), value);
      case POLL -> {
        CompletionCase found = CompletionCase.of(of.detail(record));
        if (found == CompletionCase.A || found == CompletionCase.C) {
          tell(HandshakeEvent.BELIEVED_IDLE, core, NONE, NONE);
        }
      }
      case COMPLETE -> tell(HandshakeEvent.COMPLETED, core, of.detail(record), value);
      case TASK_COMPLETE -> tell(HandshakeEvent.TASK_COMPLETED, NONE, NONE, value);
      case STORE -> onThreadStore(Register.of(of.detail(record)), core, value);
      case STOPPED -> stop();
      default -> {
        // Nothing that an invariant speaks of.
      }
    }
  }

  private void onThreadStore(Register register, int core, int word) {
    if (register == Register.WINDOW && word == 0) {
      tell(HandshakeEvent.CLOSED, core, NONE, NONE);
    } else if (register == Register.DMB && word == DmbWord.EXIT) {
      exitStored(core);
    } else if (register == Register.DMB && word != DmbWord.IDLE && dispatching[core] != NONE) {
      tell(HandshakeEvent.PUBLISHED, core, word, dispatching[core]);
      dispatching[core] = NONE;
    }
  }

  /** Threads may see that the run was aborted before it is recorded that it was. */
  private void exitStored(int core) {
    if (!view.finished()) {
      stop();
    }
    tell(HandshakeEvent.EXIT_STORED, core, NONE, NONE);
  }

  private void stop() {
    if (!stopping) {
      stopping = true;
      tell(HandshakeEvent.STOPPING, NONE, NONE, NONE);
    }
  }

  private void onCore(int lane, int record) {
    Lane of = view.lane(lane);
    int core = of.core(record);
    int value = of.value(record);
    switch (of.kind(record)) {
      case LOAD -> {
        if (of.detail(record) == Register.DMB.ordinal() && isNew(core, value)) {
          received[core] = value;
          tell(HandshakeEvent.RECEIVED, core, value, NONE);
        }
      }
      case STORE -> onCoreStore(Register.of(of.detail(record)), core, value);
      case KERNEL_START ->
          tell(HandshakeEvent.KERNEL_STARTED, core, of.detail(record), subtask(value));
      case KERNEL_END -> {
        tell(HandshakeEvent.KERNEL_ENDED, core, of.detail(record), subtask(value));
        tell(HandshakeEvent.OUTPUT_VISIBLE, core, (int) of.extra(record), NONE);
      }
      case FIN_SKIPPED -> tell(HandshakeEvent.FIN_SKIPPED, core, value, NONE);
      case STOPPED -> stop();
      default -> {
        // Nothing that an invariant speaks of.
      }
    }
  }

  private boolean isNew(int core, int word) {
    return word > 0 && word != received[core] && word < DmbWord.EXIT;
  }

  private void onCoreStore(Register register, int core, int word) {
    if (register == Register.DMB && word == DmbWord.EXIT) {
      exitStored(core);
    } else if (register == Register.COND && word == CondWord.CORE_EXITED) {
      tell(HandshakeEvent.EXITED, core, NONE, NONE);
    } else if (register == Register.COND && word != CondWord.CORE_IDLE) {
      boolean fin = CondWord.isFin(word);
      HandshakeEvent event = fin ? HandshakeEvent.FINISHED : HandshakeEvent.ACKNOWLEDGED;
      tell(event, core, CondWord.id(word), NONE);
    }
  }

  /** A payload that was never built, or is torn, names no subtask. */
  private int subtask(int value) {
    return value >= 0 && value < view.plan().graph().subtasks() ? value : NONE;
  }

  private void tell(HandshakeEvent event, int core, int detail, int item) {
    listener.on(event, lastNs, core, detail, item);
    events++;
  }
}
