package io.ackfin.scenario;

import io.ackfin.scenario.bind.ValueTypes;
import io.ackfin.scenario.text.Assignment;
import io.ackfin.scenario.text.InvalidInputException;
import io.ackfin.scenario.text.Node;
import io.ackfin.scenario.text.Problem;
import io.ackfin.scenario.text.Problems;
import io.ackfin.scenario.text.SourceText;
import io.ackfin.scenario.text.TreeReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads scenario files. Every method either returns something usable or throws an {@link
 * InvalidInputException} with all problems; nothing else is thrown whatever the input holds. Safe
 * for use by several threads.
 */
public final class ScenarioLoader {
  private static final String VERSION = "ackfin";

  private ScenarioLoader() {}

  /**
   * The scenario of a file.
   *
   * @param file YAML, or JSON if its name ends in {@code .json}
   * @param sets assignments of the command line, in order; they overrule the file
   * @param seed overrules the file's seed and theirs, if present
   */
  public static Scenario load(Path file, List<Assignment> sets, OptionalLong seed) {
    return load(file, sets, seed, any -> List.of());
  }

  /** The same, of a scenario that {@code executor} is to run: what it cannot do is a problem. */
  public static Scenario load(
      Path file, List<Assignment> sets, OptionalLong seed, Executor executor) {
    Problems problems = new Problems();
    Optional<SourceText> text = SourceText.read(file, problems);
    List<Assignment> all = new ArrayList<>(sets);
    seed.ifPresent(number -> all.add(Assignment.seed(number)));
    return read(text, folder(file), all, executor, problems);
  }

  private static Scenario read(
      Optional<SourceText> text,
      Path folder,
      List<Assignment> sets,
      Executor executor,
      Problems problems) {
    Optional<Node.Mapping> root = text.flatMap(source -> mapping(source, sets, problems));
    Optional<Scenario> scenario = root.map(tree -> bind(tree, folder, problems));
    if (problems.isEmpty()) {
      addRefusals(executor.refusals(scenario.orElseThrow()), root.orElseThrow(), problems);
    }
    return finish(scenario, problems);
  }

  /** At the parameter, or where its section or the file begins if the file does not state it. */
  private static void addRefusals(
      List<Problem.Refusal> refusals, Node.Mapping root, Problems problems) {
    for (Problem.Refusal refusal : refusals) {
      String path = refusal.name();
      problems.add(
          new Problem(root.nearestTo(path).at(), path, refusal.found(), refusal.expected()));
    }
  }

  /**
   * The scenario of a text; paths in it are taken from {@code folder}.
   *
   * @param sets assignments of the command line, in order; they overrule the text
   */
  public static Scenario parse(SourceText text, Path folder, List<Assignment> sets) {
    return parse(text, folder, sets, any -> List.of());
  }

  /** The same, of a scenario that {@code executor} is to run: what it cannot do is a problem. */
  public static Scenario parse(
      SourceText text, Path folder, List<Assignment> sets, Executor executor) {
    return read(Optional.of(text), folder, sets, executor, new Problems());
  }

  /**
   * Checks a file that is a scenario or a preset: a mapping without {@code name} and {@code
   * workload} that has a {@code soc} is a preset.
   *
   * @return all problems, none if the file can be used
   */
  public static List<Problem> check(Path file, List<Assignment> sets) {
    Problems problems = new Problems();
    Optional<SourceText> text = SourceText.read(file, problems);
    Optional<Node.Mapping> root = text.flatMap(source -> mapping(source, sets, problems));
    root.ifPresent(
        mapping -> {
          boolean scenario = mapping.get("name") != null || mapping.get("workload") != null;
          if (scenario || mapping.get("soc") == null) {
            bind(mapping, folder(file), problems);
          } else {
            new PresetResolver(folder(file), problems).presetFile(mapping);
          }
        });
    return problems.inOrder();
  }

  /** Where the paths in a file start. */
  private static Path folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("") : parent;
  }

  /** Stand-ins must not leave this class: one problem, and there is no scenario. */
  private static Scenario finish(Optional<Scenario> scenario, Problems problems) {
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems.inOrder());
    }
    return scenario.orElseThrow();
  }

  /** The tree of a file of this format's version, with the assignments in it. */
  private static Optional<Node.Mapping> mapping(
      SourceText text, List<Assignment> sets, Problems problems) {
    Optional<Node> tree = TreeReader.read(text, problems);
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    if (!(tree.get() instanceof Node.Mapping root)) {
      // The reader of the record says what it expected instead.
      ScenarioTypes.create().read(tree.get(), Scenario.defaults(), "", problems);
      return Optional.empty();
    }
    for (Assignment assignment : sets) {
      root = assignment.applyTo(root, problems);
    }
    return isOtherVersion(root, problems) ? Optional.empty() : Optional.of(root);
  }

  /** Another version may differ in everything: nothing else of it is looked at. */
  static boolean isOtherVersion(Node.Mapping root, Problems problems) {
    boolean other =
        root.get(VERSION) instanceof Node.Scalar version
            && version.kind() == Node.Kind.NUMBER
            && !version.text().equals(Integer.toString(Scenario.FORMAT));
    if (other) {
      String expected = Scenario.FORMAT + ", the format that this version reads";
      Node version = root.get(VERSION);
      problems.add(new Problem(version.at(), VERSION, version.found(), expected));
    }
    return other;
  }

  /**
   * The scenario, in which stand-ins take the place of whatever has a problem: checks go on to the
   * end.
   */
  private static Scenario bind(Node.Mapping root, Path folder, Problems problems) {
    ValueTypes types = ScenarioTypes.create();
    PresetResolver.Resolved resolved = new PresetResolver(folder, problems).resolve(root);
    Scenario defaults = Scenario.defaults();
    Scenario basis =
        new Scenario(
            defaults.ackfin(),
            defaults.name(),
            defaults.seed(),
            resolved.basis(),
            defaults.protocol(),
            defaults.workload(),
            defaults.run(),
            defaults.runtime(),
            defaults.expect());
    Scenario scenario = types.read(resolved.root(), basis, "", problems);
    new ScenarioChecks(resolved.root(), problems).check(scenario);
    return scenario;
  }
}
