package io.ackfin.scenario.describe;

import io.ackfin.device.soc.Preset;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.handshake.Addition;
import io.ackfin.handshake.Fault;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.Invariant;
import io.ackfin.scenario.HostPreset;
import io.ackfin.scenario.Scenario;
import io.ackfin.scenario.ScenarioTypes;
import io.ackfin.scenario.VariantRules;
import io.ackfin.scenario.bind.RecordType;
import io.ackfin.workload.Generators;
import io.ackfin.workload.GraphGenerator;
import io.ackfin.workload.KernelDuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All kinds of things that can be described. */
final class Topics {
  private static final String SOC = "soc";

  private Topics() {}

  static List<Topic> all() {
    return List.of(
        scenario(),
        presets(),
        devices(),
        generators(),
        durations(),
        variants(),
        protections(),
        additions(),
        faults(),
        RuntimeFaults.topic(),
        Topic.ofRows(
            "invariant",
            "what every run is checked for",
            List.of("invariant", "meaning"),
            Invariant.values(),
            invariant -> List.of(invariant.toString(), Meaning.of(invariant))));
  }

  private static Topic variants() {
    return Topic.ofRows(
        "variant",
        "ways in which scheduler and core hand tasks over",
        List.of("variant", "meaning", "protections", "additions"),
        Variant.values(),
        Topics::variant);
  }

  private static Topic protections() {
    return Topic.ofRows(
        "protection",
        "rules of the handshake that can be switched off",
        List.of("protection", "meaning", "variants"),
        Protection.values(),
        Topics::protection);
  }

  private static Topic additions() {
    return Topic.ofRows(
        "addition",
        "rules that can be switched on",
        List.of("addition", "meaning", "variants"),
        Addition.values(),
        Topics::addition);
  }

  private static Topic faults() {
    return Topic.ofRows(
        "fault",
        "mistakes that verify can build into the model, to see that they are found",
        List.of("fault", "meaning", "variants"),
        Fault.values(),
        Topics::fault);
  }

  /** {@code instance} holds the values to show; null for the record's defaults. */
  private static Table parameters(String title, Class<?> record, Record instance, String path) {
    return new Table(
        title,
        ParameterRows.COLUMNS,
        ParameterRows.of(record, instance, path),
        ParameterRows.TEXTS);
  }

  /** The only topic that is one thing, without a name. */
  private static Topic scenario() {
    return new Topic(
        "scenario",
        "every key of a scenario file with its default",
        Map.of(),
        () -> List.of(parameters("", Scenario.class, null, "")));
  }

  /** Compared with one another as a whole, and one by one with ranges and sources. */
  private static Topic presets() {
    Map<String, Supplier<Table>> things = new LinkedHashMap<>();
    for (Preset preset : Preset.values()) {
      things.put(preset.toString(), () -> preset(preset.toString(), preset.spec()));
    }
    if (HostPreset.isThere()) {
      things.put(HostPreset.NAME, () -> preset(HostPreset.NAME, HostPreset.read(HostPreset.FILE)));
    }
    return new Topic(
        "preset",
        "complete sets of parameters of the chip",
        things,
        () -> List.of(comparedPresets()));
  }

  /** A source is that of the default value; another value does not come from it. */
  private static Table preset(String name, SocSpec chip) {
    List<List<String>> defaults =
        ParameterRows.of(SocSpec.class, ScenarioTypes.defaultPreset().spec(), SOC);
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : ParameterRows.of(SocSpec.class, chip, SOC)) {
      String value = row.get(ParameterRows.VALUE);
      List<String> sourced = new ArrayList<>(row);
      if (!value.equals(defaults.get(rows.size()).get(ParameterRows.VALUE))) {
        sourced.set(row.size() - 1, "");
      }
      rows.add(sourced);
    }
    return new Table("soc.preset: " + name, ParameterRows.COLUMNS, rows, ParameterRows.TEXTS);
  }

  /** A row for each parameter, a column for each preset. */
  private static Table comparedPresets() {
    List<String> columns = new ArrayList<>(List.of("parameter"));
    List<List<String>> rows = new ArrayList<>();
    for (Preset preset : Preset.values()) {
      columns.add(preset.toString());
      List<List<String>> described = ParameterRows.of(SocSpec.class, preset.spec(), SOC);
      for (int i = 0; i < described.size(); i++) {
        if (rows.size() == i) {
          rows.add(new ArrayList<>(List.of(described.get(i).get(0))));
        }
        rows.get(i).add(described.get(i).get(ParameterRows.VALUE));
      }
    }
    return new Table("", columns, rows);
  }

  /** The sections of the chip, with the values of the default preset. */
  private static Topic devices() {
    SocSpec chip = ScenarioTypes.defaultPreset().spec();
    Map<String, Supplier<Table>> things = new LinkedHashMap<>();
    for (RecordType.Component part : RecordType.of(SocSpec.class).components()) {
      if (part.of(chip) instanceof Record section) {
        String title = part.name() + ": " + part.parameter().value();
        String path = SOC + "." + part.name();
        things.put(part.name(), () -> parameters(title, section.getClass(), section, path));
      }
    }
    return Topic.ofTables("device", "parts of the chip and what they cost", things);
  }

  /** Every registered generator; a new one is described by having been registered. */
  private static Topic generators() {
    Map<String, Supplier<Table>> things = new LinkedHashMap<>();
    for (GraphGenerator generator : Generators.all()) {
      String title = "workload.generator, kind: " + generator.kind();
      Record record = (Record) generator;
      things.put(generator.kind(), () -> parameters(title, record.getClass(), record, ""));
    }
    return Topic.ofTables("generator", "graphs of tasks that can be generated", things);
  }

  /** A fixed duration has no name: it is written as a plain time. */
  private static Topic durations() {
    Map<String, Supplier<Table>> things = new LinkedHashMap<>();
    ScenarioTypes.create()
        .kinds(KernelDuration.class)
        .records()
        .forEach(
            (kind, record) ->
                things.put(kind, () -> parameters("duration, kind: " + kind, record, null, "")));
    return Topic.ofTables(
        "duration", "distributions of kernel durations; a fixed one is a plain time", things);
  }

  private static List<String> variant(Variant variant) {
    String protections =
        named(Protection.values(), protection -> VariantRules.has(variant, protection));
    String additions = named(Addition.values(), addition -> VariantRules.has(variant, addition));
    return List.of(variant.toString(), Meaning.of(variant), protections, additions);
  }

  private static List<String> protection(Protection protection) {
    String variants = named(Variant.values(), variant -> VariantRules.has(variant, protection));
    return List.of(protection.toString(), Meaning.of(protection), variants);
  }

  private static List<String> addition(Addition addition) {
    String variants = named(Variant.values(), variant -> VariantRules.has(variant, addition));
    return List.of(addition.toString(), Meaning.of(addition), variants);
  }

  private static List<String> fault(Fault fault) {
    String variants = named(Variant.values(), variant -> VariantRules.has(variant, fault));
    return List.of(fault.toString(), Meaning.of(fault), variants);
  }

  /** The names of the constants that a condition holds for. */
  private static <E> String named(E[] constants, Predicate<E> condition) {
    return Arrays.stream(constants)
        .filter(condition)
        .map(E::toString)
        .collect(Collectors.joining(", "));
  }
}
