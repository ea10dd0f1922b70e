package io.ackfin.crosscheck.suite;

import io.ackfin.handshake.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows of the suite. */
public final class CrossCheckSuite {
  /** How often each completion case has to occur over the whole suite for it to say something. */
  public static final long LEAST_OF_EACH_CASE = 1_000;

  private static final String DURATION = "{ kind: uniform, min: 0ps, max: 4us }";
  // Where threads share processors, kernels that leave theirs bring about most cases.
  private static final String KERNEL = "kernel: yield";
  private static final List<String> ONE_CORE = List.of("AIC_ONLY");
  private static final List<String> TWO_CORES = List.of("AIC_ONLY", "AIV_X1", "AIC_AIV_X1");
  private static final List<String> THREE_CORES =
      List.of("AIC_ONLY", "AIV_X1", "AIV_X2", "AIC_AIV_X1", "AIC_AIV_X2");

  private final int tasks;
  private final Variant variant;
  private final List<SuiteRow> rows;

  private CrossCheckSuite(int tasks, Variant variant, List<SuiteRow> rows) {
    this.tasks = tasks;
    this.variant = variant;
    this.rows = rows;
  }

  /**
   * The rows, each with about so many tasks.
   *
   * @param tasks at least 20
   */
  public static List<SuiteRow> rows(int tasks) {
    List<SuiteRow> rows = new ArrayList<>();
    for (Variant variant : Variant.values()) {
      CrossCheckSuite suite = new CrossCheckSuite(tasks, variant, rows);
      suite.smallClusters();
      suite.choices();
      suite.moreClusters();
    }
    return List.copyOf(rows);
  }

  private void smallClusters() {
    List<List<String>> shapes = List.of(ONE_CORE, TWO_CORES, THREE_CORES);
    for (int cores = 1; cores <= shapes.size(); cores++) {
      List<String> some = shapes.get(cores - 1);
      String soc = "cluster: { aic: 1, aiv: " + (cores - 1) + " }";
      String widest = some.get(some.size() - 1);
      add("independent", cores, soc, independent(some.get(some.size() / 2)));
      add("chain", cores, soc, chain(widest));
      add("layered", cores, soc, layered(some));
    }
    add("mixed", shapes.size(), "", mixed());
  }

  /** What can be chosen beside the variant. */
  private void choices() {
    add("preloaded", 3, "", mixed(), "", KERNEL + ", submission: preloaded");
    for (String kernel : List.of("spin", "tile", "noop")) {
      add(kernel, 3, "", mixed(), "", "kernel: " + kernel);
    }
    add("report-first", 3, "startup: report-first", mixed());
    add("ids-wrap", 3, "", mixed(), "idModulus: 4", KERNEL);
    add("spin-only", 3, "", mixed(), "pendingDispatch: spin", KERNEL);
    add("skip-only", 3, "", mixed(), "pendingDispatch: skip", KERNEL);
    // With two slots in turn this placement may put both vector subtasks of a task on one core.
    if (variant != Variant.DUAL_SLOT) {
      add("select-aiv", 3, "", mixed(), "placement: select-aiv", KERNEL);
    }
  }

  /** Cores that change hands, and the full chip, whose threads leave the processors to others. */
  private void moreClusters() {
    add(
        "hand-over",
        9,
        "clusters: 3, aicpu: { schedulers: 2 }, orchestrator: { becomesScheduler: true }",
        mixed());
    add(
        "full-chip",
        72,
        "clusters: 24, aicpu: { schedulers: 3 }, orchestrator: { becomesScheduler: true }",
        layered(THREE_CORES),
        "",
        KERNEL + ", wait: park");
  }

  private void add(String name, int cores, String soc, String generator) {
    add(name, cores, soc, generator, "", KERNEL);
  }

  private void add(
      String name, int cores, String soc, String generator, String protocol, String runtime) {
    String full = String.format(Locale.ROOT, "%s-%s-%d", variant, name, cores);
    String chip = soc.contains("clusters") ? soc : joined("clusters: 1", soc);
    rows.add(
        new SuiteRow(
            full,
            String.join(
                "\n",
                "ackfin: 1",
                "name: " + full,
                "seed: " + (rows.size() + 1),
                "soc: { preset: a2a3, " + chip + " }",
                "protocol: { " + joined("variant: " + variant, protocol) + " }",
                "runtime: { " + runtime + " }",
                "workload: { generator: " + generator + " }")));
  }

  private static String joined(String first, String further) {
    return further.isEmpty() ? first : first + ", " + further;
  }

  private String independent(String shape) {
    return generator("independent", "tasks: " + tasks + ", shape: " + shape);
  }

  private String chain(String shape) {
    return generator("chain", "tasks: " + tasks + ", chains: 3, shape: " + shape);
  }

  private String layered(List<String> shapes) {
    return generator("layered", "layers: " + tasks / 10 + ", width: 10, shapes: " + shapes);
  }

  private String mixed() {
    return generator("mixed", "iterations: " + tasks / 5);
  }

  private static String generator(String kind, String parameters) {
    return "{ kind: " + kind + ", " + parameters + ", duration: " + DURATION + " }";
  }
}
