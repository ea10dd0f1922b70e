package io.ackfin.output;

/** The files of a run's folder, in the order in which they are moved to their places. */
public enum RunFile {
  /** How and when the run was made. */
  MANIFEST("manifest.json"),
  /** The scenario with every default written out. */
  SCENARIO("scenario.effective.yaml"),
  /** Every statistic, one a line. */
  STATS("stats.csv"),
  /** What happened to every subtask. */
  TASKS("tasks.csv"),
  /** The timeline, for a viewer. */
  TIMELINE("timeline.json.gz"),
  /** One page for people. */
  REPORT("report.html"),
  /** The result. */
  SUMMARY("summary.json");

  private final String label;

  RunFile(String label) {
    this.label = label;
  }

  /** The name in the folder. */
  @Override
  public String toString() {
    return label;
  }
}
