package io.ackfin.runtime.agent;

/** What a thread does while it has nothing to do. An instance belongs to one thread. */
public interface IdleStrategy {
  /** Spends a moment; called again and again while there is nothing to do. */
  void idle();

  /** There was something to do: the next wait begins anew. */
  void reset();
}
