package io.ackfin.verify;

/**
 * One step of a way through the system, for people and for machines.
 *
 * @param number from 1
 * @param move what is done
 * @param who the core, the thread or the memory
 * @param what the operation and the core that it concerns
 * @param value what was read or written; empty where there is none
 */
public record Step(int number, Move move, String who, String what, String value) {
  /** The step in one line. */
  public String line() {
    return String.format("%4d  %-12s %-34s %s", number, who, what, value).stripTrailing();
  }
}
