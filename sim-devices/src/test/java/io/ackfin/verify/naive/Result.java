package io.ackfin.verify.naive;

import io.ackfin.protocol.Invariant;
import io.ackfin.verify.Counterexample;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What a search found.
 *
 * @param violated each invariant that can break, with a shortest way there
 * @param situations the texts of all situations that can be reached
 * @param transitions how many steps lead from one situation to another
 * @param depth the most steps that a situation is away from the start
 * @param reached of "A" to "D", "none", "guardWait", "finSkip" and "abort" what occurs
 * @param inputs each input of the completion table that occurs, and how many polls see it
 */
public record Result(
    Map<Invariant, Counterexample> violated,
    Set<String> situations,
    long transitions,
    int depth,
    SortedSet<String> reached,
    SortedMap<String, Integer> inputs) {
  /** How many situations can be reached. */
  public int states() {
    return situations.size();
  }
}
