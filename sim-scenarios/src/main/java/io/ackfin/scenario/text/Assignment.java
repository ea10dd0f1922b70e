package io.ackfin.scenario.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that an option puts into a tree, over what the file says. The value is one YAML value on
 * one line, so that lists and mappings are possible: {@code protocol.without=[ack-guard]}.
 *
 * @param option what the user typed; stands in problems where files have a line and a column
 * @param path the parameter, such as {@code soc.aicpu.schedulers} or {@code workload.tasks[2].id}
 * @param value its value, in YAML
 */
public record Assignment(String option, String path, String value) {
  private static final Pattern PATH =
      Pattern.compile("[\\w-]+(?:\\[\\d+])*(?:\\.[\\w-]+(?:\\[\\d+])*)*");
  private static final Pattern STEP = Pattern.compile("([\\w-]+)|\\[(\\d+)]");
  // More digits may not fit an int, and no list is that long.
  private static final int LONGEST_INDEX = 9;

  /** The option {@code --set path=value}; without a '=', all of it is the path. */
  public static Assignment set(String text) {
    int equals = text.indexOf('=');
    String path = equals < 0 ? text : text.substring(0, equals);
    return new Assignment("--set " + text, path, equals < 0 ? "" : text.substring(equals + 1));
  }

  /** The option {@code --seed number}. */
  public static Assignment seed(long number) {
    return new Assignment("--seed " + number, "seed", Long.toString(number));
  }

  /**
   * A copy of {@code root} in which the parameter has the value; parents that are missing are made.
   * What makes that impossible is added to {@code problems}, and {@code root} is returned.
   */
  public Node.Mapping applyTo(Node.Mapping root, Problems problems) {
    if (value.isBlank()) {
      refuse(problems, "no value", "path=value");
      return root;
    }
    if (!PATH.matcher(path).matches()) {
      refuse(problems, "not a path", "names with dots between, such as soc.aicpu.schedulers");
      return root;
    }
    SourceText source = new SourceText(option, value, SourceText.Syntax.OPTION);
    Optional<Node> node = TreeReader.read(source, path, problems);
    if (node.isEmpty()) {
      return root;
    }
    Optional<Node> changed = put(root, steps(), node.get(), "", problems);
    return (Node.Mapping) changed.orElse(root);
  }

  /** Keys as they are, indices in brackets. */
  private List<String> steps() {
    List<String> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(path);
    while (matcher.find()) {
      steps.add(matcher.group());
    }
    return steps;
  }

  /** {@code parent}, which may be null, with {@code leaf} at the end of {@code steps}. */
  private Optional<Node> put(
      Node parent, List<String> steps, Node leaf, String walked, Problems problems) {
    if (steps.isEmpty()) {
      return Optional.of(leaf);
    }
    String step = steps.get(0);
    List<String> rest = steps.subList(1, steps.size());
    if (step.startsWith("[")) {
      return putItem(parent, steps, leaf, walked, problems);
    }
    if (parent != null && !(parent instanceof Node.Mapping)) {
      refuse(problems, walked + " is " + parent.found(), "a mapping that can hold " + step);
      return Optional.empty();
    }
    Node.Mapping mapping =
        parent == null ? new Node.Mapping(leaf.at(), Map.of()) : (Node.Mapping) parent;
    String inner = walked.isEmpty() ? step : walked + "." + step;
    return put(mapping.get(step), rest, leaf, inner, problems)
        .map(child -> mapping.with(step, child));
  }

  /**
   * The same, where the first step is an index: items can be replaced, and one added at the end.
   */
  private Optional<Node> putItem(
      Node parent, List<String> steps, Node leaf, String walked, Problems problems) {
    String step = steps.get(0);
    List<Node> items =
        parent == null ? List.of() : parent instanceof Node.Sequence list ? list.items() : null;
    if (items == null) {
      refuse(problems, walked + " is " + parent.found(), "a list");
      return Optional.empty();
    }
    String digits = step.substring(1, step.length() - 1);
    int index = digits.length() > LONGEST_INDEX ? Integer.MAX_VALUE : Integer.parseInt(digits);
    if (index > items.size()) {
      refuse(problems, "no item " + step, "an index from 0 to " + items.size());
      return Optional.empty();
    }
    Node item = index < items.size() ? items.get(index) : null;
    return put(item, steps.subList(1, steps.size()), leaf, walked + step, problems)
        .map(
            child ->
                new Node.Sequence(
                    parent == null ? leaf.at() : parent.at(), with(items, index, child)));
  }

  /** Trees are immutable: the old one is still that of the file. */
  private static List<Node> with(List<Node> items, int index, Node child) {
    List<Node> changed = new ArrayList<>(items);
    if (index < changed.size()) {
      changed.set(index, child);
    } else {
      changed.add(child);
    }
    return changed;
  }

  /** The option stands where a file would have its position. */
  private void refuse(Problems problems, String found, String expected) {
    problems.add(new Problem(Position.of(option), path, found, expected));
  }
}
