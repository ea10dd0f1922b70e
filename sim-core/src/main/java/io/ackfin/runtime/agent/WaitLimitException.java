package io.ackfin.runtime.agent;

/** A wait took longer than any wait of the run may take. The message says who waited for what. */
public final class WaitLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WaitLimitException(String who, String what, long limitNs) {
    super("%s waited for %s (expected: within %,d us)".formatted(who, what, limitNs / 1_000));
  }
}
