package io.ackfin.scenario;

import io.ackfin.device.soc.Preset;
import io.ackfin.scenario.text.Nearest;
import io.ackfin.scenario.text.Node;
import io.ackfin.scenario.text.Problem;
import io.ackfin.scenario.text.Problems;
import io.ackfin.scenario.text.SourceText;
import io.ackfin.scenario.text.TreeReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds what the parameters of a chip are that a file does not state: a preset, or another file.
 */
final class PresetResolver {
  /** How the name of a file ends. */
  static final Pattern FILE = Pattern.compile(".*\\.(yaml|yml|json)");

  private static final String SOC = "soc";
  private static final String PRESET = "preset";
  private static final String PATH = SOC + "." + PRESET;

  private final Path folder;
  private final Path host;
  private final Problems problems;
  // The files that are being read, each named by the one before it.
  private final List<Path> reading;

  /** Takes relative paths from {@code folder}. */
  PresetResolver(Path folder, Problems problems) {
    this(folder, HostPreset.FILE, problems);
  }

  /** The same, with the preset {@code host} in a file of its own. */
  PresetResolver(Path folder, Path host, Problems problems) {
    this(folder, host, problems, List.of());
  }

  private PresetResolver(Path folder, Path host, Problems problems, List<Path> reading) {
    this.folder = folder;
    this.host = host;
    this.problems = problems;
    this.reading = reading;
  }

  /**
   * What a preset came to.
   *
   * @param root the tree, in which {@code soc.preset} is a named preset or absent
   * @param basis the value of every parameter that the tree does not state
   */
  record Resolved(Node.Mapping root, SocSection basis) {}

  /** Resolves {@code soc.preset} of a scenario or of a preset file. */
  Resolved resolve(Node.Mapping root) {
    if (!(root.get(SOC) instanceof Node.Mapping soc)
        || !(soc.get(PRESET) instanceof Node.Scalar preset)) {
      return new Resolved(root, SocSection.defaults());
    }
    Optional<SocSection> basis = basis(preset);
    Node.Mapping resolved =
        basis.isEmpty()
            ? soc.without(PRESET)
            : soc.with(
                PRESET,
                new Node.Scalar(preset.at(), Node.Kind.TEXT, basis.get().preset().toString()));
    return new Resolved(root.with(SOC, resolved), basis.orElseGet(SocSection::defaults));
  }

  /** Empty, after a problem, if the name is neither a preset's nor a usable file's. */
  private Optional<SocSection> basis(Node.Scalar preset) {
    for (Preset named : Preset.values()) {
      if (named.toString().equals(preset.text())) {
        return Optional.of(SocSection.of(named));
      }
    }
    if (preset.text().equals(HostPreset.NAME)) {
      return host(preset);
    }
    if (preset.kind() == Node.Kind.TEXT && FILE.matcher(preset.text()).matches()) {
      return read(preset);
    }
    List<String> names = names();
    String expected =
        "one of " + String.join(", ", names) + ", or a file whose name ends in .yaml or .json";
    String nearest = Nearest.of(preset.text(), names);
    problems.add(new Problem(preset.at(), PATH, preset.found(), expected, nearest));
    return Optional.empty();
  }

  /** The names that stand for a whole set of parameters, without files. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    Arrays.stream(Preset.values()).map(Preset::toString).forEach(names::add);
    names.add(HostPreset.NAME);
    return names;
  }

  private Optional<SocSection> host(Node.Scalar preset) {
    if (!Files.exists(host)) {
      String found = preset.found() + " has not been calibrated";
      problems.add(new Problem(preset.at(), PATH, found, HostPreset.EXPECTED));
      return Optional.empty();
    }
    return read(preset, host);
  }

  private Optional<SocSection> read(Node.Scalar preset) {
    try {
      return read(preset, folder.resolve(preset.text()).normalize());
    } catch (InvalidPathException e) {
      problems.add(new Problem(preset.at(), PATH, preset.found(), "the path of a file"));
      return Optional.empty();
    }
  }

  /** A problem inside the file is said there, and at the place that names the file. */
  private Optional<SocSection> read(Node.Scalar preset, Path file) {
    if (reading.contains(file)) {
      String found = preset.found() + " names itself, directly or through others";
      problems.add(new Problem(preset.at(), PATH, found, "files that end at a named preset"));
      return Optional.empty();
    }
    int problemsBefore = problems.size();
    Optional<SocSection> section = file(file);
    if (problems.size() > problemsBefore) {
      String found = preset.found() + " cannot be used";
      problems.add(new Problem(preset.at(), PATH, found, "a file without problems"));
    }
    return section;
  }

  /** The chip of a file, or empty, after a problem. */
  Optional<SocSection> file(Path file) {
    return SourceText.read(file, problems)
        .flatMap(text -> TreeReader.read(text, problems))
        .flatMap(tree -> inner(file).section(tree));
  }

  /** For what a file names in its turn: paths start at its own folder. */
  private PresetResolver inner(Path file) {
    List<Path> inner = new ArrayList<>(reading);
    inner.add(file);
    Path parent = file.getParent();
    return new PresetResolver(parent == null ? Path.of("") : parent, host, problems, inner);
  }

  /** The chip of a preset file, with stand-ins if the file has problems. */
  private Optional<SocSection> section(Node tree) {
    if (!(tree instanceof Node.Mapping root)) {
      ScenarioTypes.create().read(tree, PresetFile.standIn(), "", problems);
      return Optional.empty();
    }
    return ScenarioLoader.isOtherVersion(root, problems)
        ? Optional.empty()
        : Optional.of(presetFile(root).soc());
  }

  /** The content of a preset file. */
  PresetFile presetFile(Node.Mapping root) {
    Resolved resolved = resolve(root);
    PresetFile basis = new PresetFile(Scenario.FORMAT, resolved.basis());
    return ScenarioTypes.create().read(resolved.root(), basis, "", problems);
  }
}
