package io.ackfin.runtime.probe;

import io.ackfin.runtime.memory.Fences;
import io.ackfin.runtime.memory.PayloadSlots;
import io.ackfin.runtime.memory.ReadyQueue;
import io.ackfin.runtime.memory.RegisterFile;
import io.ackfin.runtime.memory.RegisterPort;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntToLongFunction;

/** What single accesses of one thread cost that nobody else is concerned with, each in a loop. */
public final class AccessProbe implements Probe {
  private static final int LOOPS = 8;
  private static final int TURNS = 4_096;

  private final RegisterPort port = new RegisterPort(new RegisterFile(1), null);
  private final PayloadSlots slots = new PayloadSlots(1);
  private final ReadyQueue queue = new ReadyQueue(TURNS);
  // What the loops found: nobody asks for it, but so nothing in them can be left out.
  private long sum;

  @Override
  public Map<Part, Double> repeat() {
    Map<Part, Double> found = new EnumMap<>(Part.class);
    found.put(Part.CLOCK_READ, clock());
    found.put(Part.CLOCK_STEP, step());
    found.put(Part.LOAD_UNCHANGED, load());
    found.put(Part.STORE, store());
    found.put(Part.BARRIER, barrier());
    found.put(Part.PAYLOAD_BUILD, build());
    long[] pushes = new long[LOOPS];
    long[] pops = new long[LOOPS];
    for (int i = 0; i < LOOPS; i++) {
      pushes[i] = timed(this::push);
      pops[i] = timed(this::pop);
    }
    found.put(Part.QUEUE_PUSH, Middle.of(pushes) / TURNS);
    found.put(Part.QUEUE_POP, Middle.of(pops) / TURNS);
    return found;
  }

  /** The smallest difference of two readings that differ. */
  private static double step() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < TURNS; i++) {
      long first = System.nanoTime();
      long second = System.nanoTime();
      if (second != first) {
        least = Math.min(least, second - first);
      }
    }
    return least;
  }

  private double clock() {
    return each(
        turns -> {
          long last = 0;
          for (int i = 0; i < turns; i++) {
            last += System.nanoTime();
          }
          return last;
        });
  }

  private double load() {
    return each(
        turns -> {
          long seen = 0;
          for (int i = 0; i < turns; i++) {
            seen += port.condAcquire(0);
          }
          return seen;
        });
  }

  private double store() {
    return each(
        turns -> {
          for (int i = 0; i < turns; i++) {
            port.storeDmbRelease(0, i);
          }
          return 0;
        });
  }

  private double barrier() {
    return each(
        turns -> {
          for (int i = 0; i < turns; i++) {
            port.storeTaskOpaque(0, i);
            Fences.fullBarrier();
          }
          return 0;
        });
  }

  private double build() {
    return each(
        turns -> {
          for (int i = 0; i < turns; i++) {
            slots.buildPlain(PayloadSlots.address(0, i & 1), i, 0, i, i);
          }
          return slots.checksumPlain(PayloadSlots.address(0, 0));
        });
  }

  private long push(int turns) {
    for (int i = 0; i < turns; i++) {
      queue.push(i);
    }
    return 0;
  }

  private long pop(int turns) {
    long popped = 0;
    for (int i = 0; i < turns; i++) {
      popped += queue.pop();
    }
    return popped;
  }

  private double each(IntToLongFunction loop) {
    long[] times = new long[LOOPS];
    for (int i = 0; i < LOOPS; i++) {
      times[i] = timed(loop);
    }
    return Middle.of(times) / TURNS;
  }

  private long timed(IntToLongFunction loop) {
    long start = System.nanoTime();
    sum += loop.applyAsLong(TURNS);
    return System.nanoTime() - start;
  }

  /** What all loops found together: of no meaning. */
  long sum() {
    return sum;
  }
}
