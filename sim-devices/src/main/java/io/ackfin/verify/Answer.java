package io.ackfin.verify;

import java.util.List;

/**
 * What an exploration found.
 *
 * @param verdict whether everything holds
 * @param violated a shortest way into each invariant that can break, in the order of the invariants
 * @param unfinished why not everything was looked at; empty if it was
 * @param states situations found; of those that differ only in which identical core is which, one
 * @param frontier those of them whose steps were not looked at
 * @param transitions steps between them, without those that change nothing
 * @param depth steps on the shortest way to the situation that is farthest away
 * @param reached what the steps showed
 * @param symmetric whether identical cores were taken as one
 * @param bitsPerState bits kept of each situation
 * @param missed the probability that hash compaction missed a situation; 0 without it
 */
public record Answer(
    Verdict verdict,
    List<Counterexample> violated,
    String unfinished,
    long states,
    long frontier,
    long transitions,
    int depth,
    Reached reached,
    boolean symmetric,
    int bitsPerState,
    double missed) {
  public Answer {
    violated = List.copyOf(violated);
  }
}
