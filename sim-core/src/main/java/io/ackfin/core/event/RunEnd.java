package io.ackfin.core.event;

/** Why a run ended. */
public enum RunEnd {
  /** Nothing is pending any more. */
  EXHAUSTED,

  /** An event called {@link Simulator#stop()}. */
  STOPPED,

  /** What is pending lies beyond the limit of {@link Simulator#runUntil(long)}. */
  LIMIT
}
