package io.ackfin.runtime.probe;

/** A measurement could not be made. The message says what did not come. */
public final class ProbeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProbeException(String message, Throwable cause) {
    super(message, cause);
  }
}
