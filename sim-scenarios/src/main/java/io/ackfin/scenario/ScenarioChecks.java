package io.ackfin.scenario;

import io.ackfin.device.soc.ClusterSpec;
import io.ackfin.handshake.Addition;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import io.ackfin.scenario.bind.RecordType;
import io.ackfin.scenario.text.Node;
import io.ackfin.scenario.text.Problem;
import io.ackfin.scenario.text.Problems;
import io.ackfin.workload.ExplicitTasks;
import io.ackfin.workload.GraphGenerator;
import io.ackfin.workload.TaskGraph;
import io.ackfin.workload.TaskLine;
import io.ackfin.workload.TaskProblem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What only several parameters together can violate. A check is left out where a parameter that it
 * looks at has a problem of its own: its value is then a stand-in.
 */
final class ScenarioChecks {
  private static final String TASKS = "workload.tasks";
  private static final String GENERATOR = "workload.generator";

  private final Node.Mapping root;
  private final Problems problems;

  ScenarioChecks(Node.Mapping root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  /** Adds what is wrong with a scenario in which single parameters were read from the tree. */
  void check(Scenario scenario) {
    if (!problems.under("protocol")) {
      checkProtocol(scenario.protocol());
    }
    if (problems.under("workload")) {
      return;
    }
    boolean chipKnown = !problems.under("soc");
    if (scenario.workload() instanceof Workload.Listed listed) {
      new ExplicitTasks(listed.tasks()).problems().forEach(this::refuse);
      if (chipKnown && !problems.under(TASKS)) {
        checkLines(listed.tasks(), scenario.soc().spec().cluster());
      }
    } else if (chipKnown && scenario.workload() instanceof Workload.Generated generated) {
      checkGenerator(generated.generator(), scenario);
    }
  }

  /** At the parameter, or where its section or the file begins if the file does not state it. */
  private void add(String path, String found, String expected, String nearest) {
    problems.add(new Problem(root.nearestTo(path).at(), path, found, expected, nearest));
  }

  /** What may be switched off or on is a question of the variant. */
  private void checkProtocol(ProtocolSection protocol) {
    Variant variant = protocol.variant();
    Set<Protection> protections = EnumSet.allOf(Protection.class);
    protections.removeIf(protection -> !VariantRules.has(variant, protection));
    refuseOthers("protocol.without", protocol.without(), protections, variant);
    Set<Addition> additions = EnumSet.allOf(Addition.class);
    additions.removeIf(addition -> !VariantRules.has(variant, addition));
    refuseOthers("protocol.with", protocol.with(), additions, variant);
  }

  /** Problems of the items of a set, in the order in which the file lists them. */
  private <E extends Enum<E>> void refuseOthers(
      String path, Set<E> given, Set<E> possible, Variant variant) {
    String expected =
        possible.isEmpty()
            ? "nothing, as " + variant + " has no such rule"
            : Problem.oneOf(possible) + ", as " + variant + " has no other rules";
    for (E value : given) {
      if (!possible.contains(value)) {
        add(path + "[" + indexOf(path, value.toString()) + "]", value.toString(), expected, "");
      }
    }
  }

  /** Where a list of the file names a value; sets have forgotten the order. */
  private int indexOf(String path, String text) {
    List<Node> items = ((Node.Sequence) root.nearestTo(path)).items();
    return IntStream.range(0, items.size())
        .filter(i -> items.get(i).found().equals(text))
        .findFirst()
        .orElseThrow();
  }

  /** Says about a listed task, with its place in the file, what the workload says about it. */
  private void refuse(TaskProblem problem) {
    String path = TASKS + "[" + problem.task() + "]." + problem.field();
    if (problem.position() >= 0) {
      path += "[" + problem.position() + "]";
    }
    Problem.Refusal refusal = Problem.Refusal.of(problem.message());
    add(path, refusal.found(), refusal.expected(), problem.nearest().orElse(""));
  }

  /** The check of the list itself has passed: every line has a shape or a set of subtasks. */
  private void checkLines(List<TaskLine> lines, ClusterSpec cluster) {
    for (int i = 0; i < lines.size(); i++) {
      TaskLine line = lines.get(i);
      boolean byShape = line.shape() != null;
      ResourceShape shape =
          byShape
              ? line.shape()
              : ResourceShape.ofMask(line.subtasks().stream().mapToInt(Subslot::bit).sum());
      String path = TASKS + "[" + i + "]." + (byShape ? "shape" : "subtasks");
      checkShape(path, byShape ? shape.toString() : line.subtasks().toString(), shape, cluster);
    }
  }

  /** A task that fits into no cluster would wait for ever. */
  private void checkShape(String path, String found, ResourceShape shape, ClusterSpec cluster) {
    if (!fits(cluster).test(shape)) {
      List<ResourceShape> possible =
          Arrays.stream(ResourceShape.values()).filter(fits(cluster)).toList();
      String cores = cluster.aic() + " AIC and " + cluster.aiv() + " AIV";
      add(path, found, Problem.oneOf(possible) + ", as soc.cluster has " + cores, "");
    }
  }

  private static Predicate<ResourceShape> fits(ClusterSpec cluster) {
    return shape -> shape.cubes() <= cluster.aic() && shape.vectors() <= cluster.aiv();
  }

  /** Shapes are where a generator has parameters for them, or else in the graph that it makes. */
  private void checkGenerator(GraphGenerator generator, Scenario scenario) {
    ClusterSpec cluster = scenario.soc().spec().cluster();
    boolean declared = false;
    for (RecordType.Component component : RecordType.of(generator.getClass()).components()) {
      Object value = component.of((Record) generator);
      String path = GENERATOR + "." + component.name();
      if (value instanceof ResourceShape shape) {
        checkShape(path, shape.toString(), shape, cluster);
        declared = true;
      } else if (value instanceof List<?> list && list.get(0) instanceof ResourceShape) {
        for (int i = 0; i < list.size(); i++) {
          ResourceShape shape = (ResourceShape) list.get(i);
          checkShape(path + "[" + i + "]", shape.toString(), shape, cluster);
        }
        declared = true;
      }
    }
    if (!declared) {
      shapes(generator.build(scenario.seed())).stream()
          .filter(fits(cluster).negate())
          .findFirst()
          .ifPresent(shape -> checkShape(GENERATOR, "tasks of shape " + shape, shape, cluster));
    }
  }

  /** In the order of the enum, so that the first that does not fit is always the same. */
  private static Set<ResourceShape> shapes(TaskGraph graph) {
    Stream<ResourceShape> all = IntStream.range(0, graph.tasks()).mapToObj(graph::shape);
    return all.collect(Collectors.toCollection(TreeSet::new));
  }
}
