package io.ackfin.runtime.agent;

/**
 * Somebody interrupted a thread of the run. The message says who it was, and what it waited for if
 * it did.
 */
public final class InterruptedWaitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InterruptedWaitException(String who) {
    super(who + " was interrupted");
  }

  InterruptedWaitException(String who, String what) {
    super("%s was interrupted while it waited for %s".formatted(who, what));
  }
}
