package io.ackfin.core.event;

/**
 * The named order of events within one tick, in the order of declaration. Each constant says why it
 * stands where it stands.
 */
public enum Phase {
  /** First, because a value that becomes visible at a tick is seen by every read at that tick. */
  DELIVERY,

  /** Before devices, because a task that is submitted at a tick can be taken at that tick. */
  SUBMISSION,

  /** The model's own steps, because they act on everything that the tick has delivered. */
  DEVICE,

  /** After devices, because statistics and progress describe the tick once it has settled. */
  OBSERVATION,

  /** Last, because a limit that is reached at a tick must not hide what that tick still did. */
  STOP
}
