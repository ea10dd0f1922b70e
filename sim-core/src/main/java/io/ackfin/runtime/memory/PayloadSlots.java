package io.ackfin.runtime.memory;

import io.ackfin.protocol.KernelSync;

/**
 * The payload slots of all cores, two each: plain memory that the scheduler writes and the core
 * reads, published by the registers (the package's rule). A slot:
 *
 * <pre>
 *          63                           32 31                            0
 *  word 0 |            kernel id          |            subtask            |
 *  word 1 |            the kernel's duration, in picoseconds              |
 *  word 2 | subslot's bit | sync  |  mask |             task              |
 *  word 3 - 15: the kernel's arguments
 * </pre>
 *
 * The mask is the task's active mask, sync the position of its {@link KernelSync}. An address is
 * never 0, so that a word that was never written points nowhere.
 */
public final class PayloadSlots {
  /** Slots per core. */
  public static final int PER_CORE = 2;

  private static final int WORDS = 16;
  private static final int FIRST_ARGUMENT = 3;
  private static final int SUBSLOT_SHIFT = 48;
  private static final int SYNC_SHIFT = 40;
  private static final int BYTE = 0xFF;
  private static final long LOWER = 0xFFFFFFFFL;
  // Any odd multiplier spreads the bits; this one is 2^64 divided by the golden ratio.
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final long[] words;

  /** Empty slots for cores 0 to {@code cores} - 1. */
  public PayloadSlots(int cores) {
    words = new long[WORDS * (1 + PER_CORE * cores)];
  }

  /** The address of a core's slot, 0 or 1. */
  public static int address(int core, int slot) {
    return 1 + PER_CORE * core + slot;
  }

  /** The slot of its core, 0 or 1, that an address names. */
  public static int slot(int address) {
    return (address - 1) & 1;
  }

  /** The address of the same core's other slot. */
  public static int other(int address) {
    return ((address - 1) ^ 1) + 1;
  }

  /**
   * Builds a payload. Only the owner of the core, and never while the core may read the slot.
   *
   * @param duration in picoseconds
   * @param place as {@link #place} makes it
   */
  public void buildPlain(int address, int subtask, int kernelId, long duration, long place) {
    int at = address * WORDS;
    words[at] = ((long) kernelId << Integer.SIZE) | (subtask & LOWER);
    words[at + 1] = duration;
    words[at + 2] = place;
    for (int i = FIRST_ARGUMENT; i < WORDS; i++) {
      words[at + i] = (subtask + 1L) * i * SPREAD;
    }
  }

  /** Copies a payload into its core's other slot, which no correct scheduler does. */
  public void copyToOtherPlain(int address) {
    System.arraycopy(words, address * WORDS, words, other(address) * WORDS, WORDS);
  }

  /**
   * A subtask's place, as one word of a payload: its task, that task's mask and how its kernels
   * meet, its subslot's bit.
   */
  public static long place(int task, int activeMask, KernelSync sync, int subslotBit) {
    return ((long) subslotBit << SUBSLOT_SHIFT)
        | ((long) sync.ordinal() << SYNC_SHIFT)
        | ((long) activeMask << Integer.SIZE)
        | (task & LOWER);
  }

  /** The subtask that the payload is for. */
  public int subtaskPlain(int address) {
    return (int) words[address * WORDS];
  }

  /** The kernel that it runs. */
  public int kernelIdPlain(int address) {
    return (int) (words[address * WORDS] >>> Integer.SIZE);
  }

  /** How long the kernel takes, in picoseconds. */
  public long durationPlain(int address) {
    return words[address * WORDS + 1];
  }

  /** The task that the subtask belongs to. */
  public int taskPlain(int address) {
    return (int) words[address * WORDS + 2];
  }

  /** The active mask of that task. */
  public int activeMaskPlain(int address) {
    return (int) (words[address * WORDS + 2] >>> Integer.SIZE) & BYTE;
  }

  /** Whether and where the kernels of that task meet. */
  public KernelSync syncPlain(int address) {
    return KernelSync.of((int) (words[address * WORDS + 2] >>> SYNC_SHIFT) & BYTE);
  }

  /** The bit of the subtask's subslot. */
  public int subslotBitPlain(int address) {
    return (int) (words[address * WORDS + 2] >>> SUBSLOT_SHIFT);
  }

  /** A number that differs between payloads of different subtasks, and from torn ones. */
  public long checksumPlain(int address) {
    long sum = 0;
    for (int i = 0; i < WORDS; i++) {
      sum = (sum ^ words[address * WORDS + i]) * SPREAD;
      sum ^= sum >>> Integer.SIZE;
    }
    return sum;
  }
}
