package io.ackfin.runtime.memory;

import java.lang.invoke.VarHandle;

/** The barriers of the handshake, by what they are for. Stateless; any thread. */
public final class Fences {
  private Fences() {}

  /** Nothing before it is reordered with anything after it. */
  public static void fullBarrier() {
    VarHandle.fullFence();
  }

  /** Stores before it are seen before stores after it. */
  public static void storeBarrier() {
    VarHandle.storeStoreFence();
  }

  /** What is read after it is read anew: the counterpart of invalidating a data cache. */
  public static void invalidateCache() {
    VarHandle.acquireFence();
  }
}
