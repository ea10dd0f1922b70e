package io.ackfin.output;

import io.ackfin.core.trace.TraceListener;
import io.ackfin.run.RunPlan;
import io.ackfin.run.RunResult;
import io.ackfin.timeline.ChromeTrace;
import io.ackfin.timeline.TraceLevel;
import io.ackfin.timeline.TraceWindow;
import io.ackfin.workload.TaskGraph;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * All files of one run. Use:
 *
 * <pre>
 *   try (RunOutputs outputs = RunOutputs.open(folder, plan, level, window)) {
 *     RunResult result = new Run(plan, outputs.listeners()).execute(watcher);
 *     outputs.finish(result, scenario, manifest);
 *   }
 * </pre>
 *
 * <p>Without {@link #finish} the folder keeps nothing. Not thread-safe.
 */
public final class RunOutputs implements AutoCloseable {
  private final RunFolder folder;
  // Null if there is no timeline.
  private final ChromeTrace timeline;

  private RunOutputs(RunFolder folder, ChromeTrace timeline) {
    this.folder = folder;
    this.timeline = timeline;
  }

  /**
   * Begins the outputs of a run that has not started.
   *
   * @param folder where they go; closed with the outputs
   * @throws OutputException if the folder refuses the timeline
   */
  public static RunOutputs open(
      RunFolder folder, RunPlan plan, TraceLevel level, TraceWindow window) {
    if (level == TraceLevel.NONE) {
      return new RunOutputs(folder, null);
    }
    try {
      return new RunOutputs(folder, timeline(folder, plan.graph(), level, window));
    } catch (OutputException e) {
      folder.close();
      throw e;
    }
  }

  private static ChromeTrace timeline(
      RunFolder folder, TaskGraph graph, TraceLevel level, TraceWindow window) {
    OutputStream out = folder.create(RunFile.TIMELINE);
    try {
      return new ChromeTrace(out, level, window, id -> subtaskName(graph, id));
    } catch (IOException e) {
      throw OutputException.of(folder.path(RunFile.TIMELINE), e);
    }
  }

  /** What must listen to the run; empty if there is no timeline, so that the trace is off. */
  public List<TraceListener> listeners() {
    return timeline == null ? List.of() : List.of(timeline);
  }

  /**
   * Writes all files of a run that has ended, however it ended, and moves them to their places. If
   * only the timeline cannot be written, the other files are there all the same.
   *
   * @param scenario the scenario with every default written out
   * @throws OutputException if any file cannot be written
   */
  public void finish(RunResult result, String scenario, Manifest manifest) {
    write(RunFile.MANIFEST, manifest::write);
    write(RunFile.SCENARIO, out -> text(scenario, out));
    write(RunFile.STATS, out -> StatsCsv.write(result, out));
    write(RunFile.TASKS, out -> TasksCsv.write(result, out));
    write(RunFile.SUMMARY, out -> SummaryJson.write(result, manifest.wall(), out));
    OutputException refusal = endTimeline();
    folder.publish();
    if (refusal != null) {
      throw refusal;
    }
  }

  /** Removes what was begun and not finished. */
  @Override
  public void close() {
    try {
      if (timeline != null) {
        timeline.close();
      }
    } catch (IOException e) {
      // Either finish has told it already, or the timeline is thrown away anyway.
    } finally {
      folder.close();
    }
  }

  /** Ends the timeline; what went wrong with it, or null. */
  private OutputException endTimeline() {
    if (timeline == null) {
      return null;
    }
    try {
      timeline.close();
      return null;
    } catch (IOException e) {
      folder.drop(RunFile.TIMELINE);
      return OutputException.of(folder.path(RunFile.TIMELINE), e);
    }
  }

  private void write(RunFile file, RunFolder.Content content) {
    folder.write(file.toString(), content);
  }

  private static void text(String text, OutputStream out) throws IOException {
    try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
      writer.write(text);
    }
  }

  /** A subtask as people know it; a protocol that errs may run none. */
  private static String subtaskName(TaskGraph graph, long subtask) {
    if (subtask < 0 || subtask >= graph.subtasks()) {
      return "no task";
    }
    return graph.subtaskName((int) subtask);
  }
}
