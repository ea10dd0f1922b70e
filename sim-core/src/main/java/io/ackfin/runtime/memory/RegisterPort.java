package io.ackfin.runtime.memory;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.runtime.record.RecordKind;
import io.ackfin.runtime.record.Recorder;

/**
 * One thread's way to the registers of all cores: each access by name and mode, and recorded if
 * that thread records. Used by that thread alone; what orders what is the package's rule.
 */
public final class RegisterPort {
  private static final int CUBE = 0x10000;

  private final RegisterFile file;
  // Null when nobody records: one branch, which always goes the same way.
  private final Recorder recorder;
  private long pollBegin;
  private long pollEnd;

  /**
   * A port.
   *
   * @param recorder the thread's own, or null to record nothing
   */
  public RegisterPort(RegisterFile file, Recorder recorder) {
    this.file = file;
    this.recorder = recorder;
  }

  /** The recorder of this thread, or null. */
  public Recorder recorder() {
    return recorder;
  }

  /** What a core says of itself at start-up: its physical id and whether it is a cube core. */
  public static int report(int physicalId, boolean cube) {
    return (physicalId + 1) | (cube ? CUBE : 0);
  }

  /** Whether this thread records. */
  public boolean records() {
    return recorder != null;
  }

  /** Records something that is no access to a register, if this thread records. */
  public void event(RecordKind kind, int detail, int core, int value, long extra) {
    if (recorder != null) {
      recorder.event(kind, detail, core, value, extra);
    }
  }

  /** The dispatch id (or reserved value) for the core; what it publishes may be read afterwards. */
  public int dmbAcquire(int core) {
    return loadAcquire(Register.DMB, core);
  }

  /** Publishes everything that was stored before to the core. */
  public void storeDmbRelease(int core, int id) {
    storeRelease(Register.DMB, core, id);
  }

  /** The id that the doorbell was last rung for. */
  public int doorbellAcquire(int core) {
    return loadAcquire(Register.DOORBELL, core);
  }

  /** Rings: stores the upper half of DATA_MAIN_BASE alone. */
  public void storeDoorbellRelease(int core, int id) {
    storeRelease(Register.DOORBELL, core, id);
  }

  /** What the core last acknowledged or finished; a kernel's output may be read afterwards. */
  public int condAcquire(int core) {
    return loadAcquire(Register.COND, core);
  }

  /** Publishes the output of the kernels before, and that their slots are read no more. */
  public void storeCondRelease(int core, int word) {
    storeRelease(Register.COND, core, word);
  }

  /** As {@link #condAcquire}, but it is {@link #decided} that writes the record. */
  public int pollCondAcquire(int core) {
    if (recorder == null) {
      return file.getAcquire(Register.COND, core);
    }
    pollBegin = recorder.now();
    int word = file.getAcquire(Register.COND, core);
    pollEnd = recorder.now();
    return word;
  }

  /** What the last {@link #pollCondAcquire} was taken for, given the ids before it. */
  public void decided(int core, int cond, CompletionCase found, int running, int pending) {
    if (recorder != null) {
      long head = Recorder.head(RecordKind.POLL, found.ordinal(), core, cond);
      boolean foldable = found == CompletionCase.NONE;
      recorder.poll(head, pollBegin, pollEnd, Recorder.pair(running, pending), foldable);
    }
  }

  /** {@code hank.task}: an address of {@link PayloadSlots}. Only after an acquire of DMB. */
  public int taskOpaque(int core) {
    if (recorder == null) {
      return file.getOpaque(Register.TASK, core);
    }
    long begin = recorder.now();
    int address = file.getOpaque(Register.TASK, core);
    recorder.load(Register.TASK.ordinal(), core, address, begin);
    return address;
  }

  /** Writes {@code hank.task}; the next store to DMB publishes it. */
  public void storeTaskOpaque(int core, int address) {
    long begin = recorder == null ? 0 : recorder.now();
    file.setOpaque(Register.TASK, core, address);
    if (recorder != null) {
      recorder.store(Register.TASK.ordinal(), core, address, begin);
    }
  }

  /** A start-up word or any other register that publishes what was stored before it. */
  public int loadAcquire(Register register, int core) {
    if (recorder == null) {
      return file.getAcquire(register, core);
    }
    long begin = recorder.now();
    int value = file.getAcquire(register, core);
    recorder.load(register.ordinal(), core, value, begin);
    return value;
  }

  /** Publishes everything that was stored before through a register. */
  public void storeRelease(Register register, int core, int value) {
    long begin = recorder == null ? 0 : recorder.now();
    file.setRelease(register, core, value);
    if (recorder != null) {
      recorder.store(register.ordinal(), core, value, begin);
    }
  }
}
