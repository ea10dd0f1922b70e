package io.ackfin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.time.Ticks;
import io.ackfin.core.trace.Lanes;
import io.ackfin.core.trace.RecordingTrace;
import io.ackfin.core.trace.TraceListener;
import io.ackfin.device.aicpu.Activity;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Mixed;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What devices tell to those who watch a run. */
@Tag("unit")
class TraceTest {
  /** A span as told. */
  private record Span(String name, long begin, long end) {}

  /** Keeps spans by lane and flows by id. */
  private static final class Kept implements TraceListener {
    final Map<String, TreeSet<Span>> spans = new TreeMap<>();
    final Map<Long, Long> leaves = new LinkedHashMap<>();
    final Map<Long, Long> arrives = new LinkedHashMap<>();
    private Lanes lanes;

    @Override
    public void start(Lanes declared) {
      lanes = declared;
    }

    @Override
    public void span(int lane, String name, long begin, long end, long id) {
      String where = lanes.process(lane) + " " + lanes.track(lane);
      Comparator<Span> order = Comparator.comparingLong(Span::begin).thenComparing(Span::end);
      spans.computeIfAbsent(where, l -> new TreeSet<>(order)).add(new Span(name, begin, end));
    }

    @Override
    public void instant(int lane, String name, long tick, long id) {}

    @Override
    public void counter(int lane, String name, long tick, long value) {}

    @Override
    public void flowStart(int lane, String name, long tick, long id) {
      assertThat(leaves.put(id, tick)).as("flow %d leaves once", id).isNull();
    }

    @Override
    public void flowEnd(int lane, String name, long tick, long id) {
      assertThat(arrives.put(id, tick)).as("flow %d arrives once", id).isNull();
    }
  }

  @Test
  void aDispatchFlowsFromItsStoreToItsKernel() {
    RecordingTrace trace = new RecordingTrace();
    new Run(HandDrawnRun.fixture().plan(), List.of(trace)).execute(RunWatcher.NONE);
    assertThat(trace.lines())
        .filteredOn(line -> line.startsWith("flow"))
        .containsExactly(
            "flowStart scheduler 0 dispatch 1405000 #0",
            "flowEnd AIC dispatch 1901000 #0",
            "flowStart scheduler 0 dispatch 2910000 #1",
            "flowEnd AIC dispatch 4350000 #1",
            "flowStart scheduler 0 dispatch 7115000 #2",
            "flowEnd AIC dispatch 7604600 #2",
            "flowStart scheduler 0 dispatch 9720000 #3",
            "flowEnd AIC dispatch 10953600 #3",
            "flowStart scheduler 0 dispatch 14625000 #4",
            "flowEnd AIC dispatch 15114700 #4");
    assertThat(trace.lines())
        .filteredOn(line -> line.startsWith("span AIC"))
        .startsWith(
            "span AIC pick-up 1552000..1901000 #0",
            "span AIC kernel 1901000..4001000 #0",
            "span AIC pick-up 4001000..4350000 #1",
            "span AIC kernel 4350000..4850000 #1");
  }

  @Test
  void everyFlowArrivesAfterItLeft() {
    Kept kept = new Kept();
    RunResult result = watched(kept);
    assertThat(kept.leaves).hasSize(result.soc().table().rows());
    assertThat(kept.arrives.keySet()).isEqualTo(kept.leaves.keySet());
    kept.arrives.forEach(
        (id, tick) -> assertThat(tick).as("flow %d", id).isGreaterThan(kept.leaves.get(id)));
  }

  @Test
  void spansOfALaneDoNotOverlap() {
    Kept kept = new Kept();
    watched(kept);
    assertThat(kept.spans.keySet())
        .containsExactly(
            "AICPU scheduler 0",
            "AICPU scheduler 1",
            "cluster 0 AIC",
            "cluster 0 AIV0",
            "cluster 0 AIV1",
            "cluster 1 AIC",
            "cluster 1 AIV0",
            "cluster 1 AIV1");
    kept.spans.forEach(
        (lane, spans) -> {
          long end = 0;
          for (Span span : spans) {
            assertThat(span.begin()).as("%s, %s", lane, span).isGreaterThanOrEqualTo(end);
            end = span.end();
          }
        });
  }

  /** A thread is always at something: its spans leave no gap and add up to its statistics. */
  @Test
  void spansOfAThreadCoverItsTime() {
    Kept kept = new Kept();
    RunResult result = watched(kept);
    Map<String, Long> told = new TreeMap<>();
    for (String thread : List.of("AICPU scheduler 0", "AICPU scheduler 1")) {
      long end = 0;
      for (Span span : kept.spans.get(thread)) {
        assertThat(span.begin()).as(thread).isEqualTo(end);
        end = span.end();
        told.merge(span.name(), span.end() - span.begin(), Long::sum);
      }
    }
    for (Activity activity : Activity.values()) {
      assertThat(told.getOrDefault(activity.toString(), 0L))
          .as(activity.toString())
          .isEqualTo(result.activities().get(activity));
    }
  }

  private static RunResult watched(TraceListener listener) {
    KernelDuration duration = new KernelDuration.Uniform(Ticks.ofNanos(500), Ticks.ofMicros(10));
    RunPlan plan =
        PlanFixture.a2a3().clusters(2).schedulers(2).graph(new Mixed(20, duration).build(1)).plan();
    return new Run(plan, List.of(listener)).execute(RunWatcher.NONE);
  }
}
