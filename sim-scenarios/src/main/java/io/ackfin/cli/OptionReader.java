package io.ackfin.cli;

import io.ackfin.scenario.text.InvalidInputException;
import io.ackfin.scenario.text.Nearest;
import io.ackfin.scenario.text.Position;
import io.ackfin.scenario.text.Problem;
import io.ackfin.scenario.text.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the values of a verb's options, which come as texts, and collects what is wrong with them:
 * one attempt shows all problems. Not thread-safe.
 */
final class OptionReader {
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,10}");
  private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{1,8}");
  private static final int HEXADECIMAL_BASE = 16;

  private final Position verb;
  private final Problems problems = new Problems();

  /** A reader for the options of a verb, which stands where a file would have its position. */
  OptionReader(String verb) {
    this.verb = Position.of(verb);
  }

  /** Says what is wrong with the value of an option. */
  void refuse(String option, String found, String expected) {
    refuse(option, found, expected, "");
  }

  private void refuse(String option, String found, String expected, String nearest) {
    String quoted = found.isBlank() ? "nothing" : Problem.quote(found);
    problems.add(new Problem(verb, option, quoted, expected, nearest));
  }

  /** Whether a value of the option could be read, so that it may be compared with others. */
  boolean isFine(String option) {
    return !problems.under(option);
  }

  /** Whether every value could be read so far. */
  boolean isAllFine() {
    return problems.isEmpty();
  }

  /** Ends the verb if anything is wrong. */
  void throwProblems() {
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems.inOrder());
    }
  }

  /** The constant whose name was given; any, and a problem, if it is the name of none. */
  <E> E named(String option, String text, E[] constants) {
    return named(option, text, List.of(constants), Object::toString).orElse(constants[0]);
  }

  private <E> Optional<E> named(
      String option, String text, List<E> things, Function<E, String> name) {
    Optional<E> found = things.stream().filter(thing -> name.apply(thing).equals(text)).findFirst();
    if (found.isEmpty()) {
      List<String> names = things.stream().map(name).toList();
      refuse(option, text, Problem.oneOf(names), Nearest.of(text, names));
    }
    return found;
  }

  /** The things whose names were given, in that order; a problem for each name of none. */
  <E> List<E> listed(String option, List<String> texts, List<E> things, Function<E, String> name) {
    return texts.stream().flatMap(text -> named(option, text, things, name).stream()).toList();
  }

  /** The same, each at most once. */
  <E> List<E> distinct(
      String option, List<String> texts, List<E> things, Function<E, String> name) {
    List<E> distinct = new ArrayList<>();
    for (E thing : listed(option, texts, things, name)) {
      if (distinct.contains(thing)) {
        refuse(option, name.apply(thing) + " a second time", "each value once");
      } else {
        distinct.add(thing);
      }
    }
    return distinct;
  }

  /** A whole number in decimal digits; the least, and a problem, if it is none in the range. */
  int count(String option, String text, int least, int most) {
    long value = DECIMAL.matcher(text).matches() ? Long.parseLong(text) : -1;
    return inside(option, text, value, least, most);
  }

  /** The same, also in hexadecimal digits behind 0x. */
  int word(String option, String text, int least, int most) {
    return HEXADECIMAL.matcher(text).matches()
        ? inside(option, text, Long.parseLong(text.substring(2), HEXADECIMAL_BASE), least, most)
        : count(option, text, least, most);
  }

  private int inside(String option, String text, long value, int least, int most) {
    if (value < least || value > most) {
      refuse(option, text, "a whole number, " + least + " to " + most);
      return least;
    }
    return (int) value;
  }
}
