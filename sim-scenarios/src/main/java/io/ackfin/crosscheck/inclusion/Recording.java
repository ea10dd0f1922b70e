package io.ackfin.crosscheck.inclusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was recorded of a run: what each actor did, in its own order. Nothing in it says how the
 * sequences of two actors lie in time.
 *
 * @param cores the sequence of each core, by the chip's core number
 * @param threads the sequence of each thread, on all cores together
 * @param tenures who owned which core: of each core in the order in which it changed hands
 * @param ending how the run ended
 */
public record Recording(
    List<EntrySequence> cores, List<EntrySequence> threads, List<Tenure> tenures, Ending ending) {
  public Recording {
    cores = List.copyOf(cores);
    threads = List.copyOf(threads);
    tenures = List.copyOf(tenures);
    for (Tenure tenure : tenures) {
      requireNumber("tenure.core", tenure.core(), cores.size());
      requireNumber("tenure.thread", tenure.thread(), threads.size());
      int size = threads.get(tenure.thread()).size();
      if (tenure.from() < 0 || tenure.from() > tenure.to() || tenure.to() > size) {
        throw new IllegalArgumentException(
            "tenure: " + tenure + " (expected: a stretch of the thread's " + size + " entries)");
      }
    }
    requireApart(tenures);
  }

  /** An entry cannot belong to two tenures of its thread on one core. */
  private static void requireApart(List<Tenure> tenures) {
    Map<List<Integer>, Integer> ends = new LinkedHashMap<>();
    for (Tenure tenure : tenures) {
      Integer before = ends.put(List.of(tenure.core(), tenure.thread()), tenure.to());
      if (before != null && tenure.from() < before) {
        throw new IllegalArgumentException(
            "tenure: " + tenure + " (expected: none that begins before entry " + before + ")");
      }
    }
  }

  private static void requireNumber(String name, int value, int count) {
    if (value < 0 || value >= count) {
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: 0 to " + (count - 1) + ")");
    }
  }

  /** All entries of all actors. */
  public long entries() {
    long sum = 0;
    for (EntrySequence core : cores) {
      sum += core.size();
    }
    for (EntrySequence thread : threads) {
      sum += thread.size();
    }
    return sum;
  }

  /** Writes a recording while the run goes on, or by hand. Not thread-safe. */
  public static final class Builder {
    private static final int NOBODY = -1;

    private final List<EntrySequence> cores = new ArrayList<>();
    private final List<EntrySequence> threads = new ArrayList<>();
    private final List<Tenure> tenures = new ArrayList<>();
    private final int[] owner;
    private final int[] ownedFrom;

    /** A recording of cores and threads in which nobody did or owns anything. */
    public Builder(int coreCount, int threadCount) {
      for (int core = 0; core < coreCount; core++) {
        cores.add(new EntrySequence());
      }
      for (int thread = 0; thread < threadCount; thread++) {
        threads.add(new EntrySequence());
      }
      owner = new int[coreCount];
      Arrays.fill(owner, NOBODY);
      ownedFrom = new int[coreCount];
    }

    /** Adds what a core did. */
    public Builder core(int core, long entry) {
      cores.get(core).append(entry);
      return this;
    }

    /** Adds what a thread did. */
    public Builder thread(int thread, long entry) {
      threads.get(thread).append(entry);
      return this;
    }

    /** From now on a core belongs to a thread, and to nobody else. */
    public Builder owns(int thread, int core) {
      endTenure(core);
      owner[core] = thread;
      ownedFrom[core] = threads.get(thread).size();
      return this;
    }

    /** Whether a core has an owner. */
    public boolean isOwned(int core) {
      return owner[core] != NOBODY;
    }

    /** The recording. */
    public Recording ended(Ending ending) {
      for (int core = 0; core < owner.length; core++) {
        endTenure(core);
      }
      return new Recording(cores, threads, tenures, ending);
    }

    private void endTenure(int core) {
      int thread = owner[core];
      if (thread != NOBODY) {
        tenures.add(new Tenure(core, thread, ownedFrom[core], threads.get(thread).size()));
        owner[core] = NOBODY;
      }
    }
  }
}
