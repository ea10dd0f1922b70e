package io.ackfin.scenario.describe;

import io.ackfin.scenario.text.InvalidInputException;
import io.ackfin.scenario.text.Nearest;
import io.ackfin.scenario.text.Position;
import io.ackfin.scenario.text.Problem;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Answers {@code ackfin describe [KIND] [NAME]}. */
public final class Describe {
  private Describe() {}

  /**
   * Describes what the words of a command line ask for: no word, the kinds that there are; a kind;
   * or a kind and a name.
   *
   * @throws InvalidInputException if there is no such kind or name, with the nearest one
   */
  public static Description of(List<String> words) {
    String subject = String.join(" ", words);
    List<Topic> topics = Topics.all();
    if (words.isEmpty()) {
      return new Description(subject, List.of(kinds(topics)));
    }
    String kind = words.get(0);
    Topic topic =
        topics.stream()
            .filter(candidate -> candidate.name().equals(kind))
            .findFirst()
            .orElseThrow(
                () -> refused(words, "KIND", kind, topics.stream().map(Topic::name).toList()));
    if (words.size() == 1) {
      return new Description(subject, topic.all().get());
    }
    Supplier<Table> thing = topic.things().get(words.get(1));
    if (thing == null) {
      throw refused(words, "NAME", words.get(1), topic.things().keySet());
    }
    if (words.size() > 2) {
      throw refused(words, "NAME", words.get(2), List.of());
    }
    return new Description(subject, List.of(thing.get()));
  }

  /** What a user can ask for next. */
  private static Table kinds(List<Topic> topics) {
    List<List<String>> rows =
        topics.stream()
            .map(
                topic ->
                    List.of(
                        topic.name(), topic.meaning(), String.join(", ", topic.things().keySet())))
            .toList();
    return new Table("", List.of("kind", "what", "names"), rows);
  }

  /** A word that names nothing; the command line stands where a file would have its position. */
  private static InvalidInputException refused(
      List<String> words, String argument, String found, Collection<String> valid) {
    return new InvalidInputException(
        List.of(
            new Problem(
                Position.of("describe " + String.join(" ", words)),
                argument,
                found,
                valid.isEmpty() ? "nothing more" : Problem.oneOf(valid),
                Nearest.of(found, valid))));
  }
}
