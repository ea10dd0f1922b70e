package io.ackfin.timeline;

import io.ackfin.core.trace.Lanes;
import io.ackfin.core.trace.TraceListener;
import io.ackfin.timeline.TraceEvents.Label;
import io.ackfin.timeline.TraceEvents.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the trace of one run, while it goes on, as a compressed timeline. Memory holds the lanes
 * and the arrows that are under way, nothing else.
 *
 * <p>A run is not ended by a timeline that cannot be written: the first failure is kept, nothing
 * more is written, and {@link #close} throws it. One thread, one run.
 */
public final class ChromeTrace implements TraceListener, AutoCloseable {
  /** The name of the span of a kernel, whose id is a subtask. */
  private static final String KERNEL = "kernel";

  /** The name of the span in which a core fetches what it is to run, whose id is a subtask. */
  private static final String PICK_UP = "pick-up";

  private final OutputStream out;
  private final TraceEvents events;
  private final TraceLevel level;
  private final TraceWindow window;
  private final LongFunction<String> subtaskNames;
  private final Map<FlowKey, FlowStart> underWay = new HashMap<>();
  private long flows;
  private Lanes lanes;
  // By lane; null where the lane is not shown.
  private Place[] places = {};
  private IOException failure;

  private record FlowKey(String name, long id) {}

  private record FlowStart(int lane, long tick) {}

  /** Writes one event. */
  private interface Body {
    void write(TraceEvents to) throws IOException;
  }

  /**
   * A timeline without events yet.
   *
   * @param out where it goes; closed with the timeline
   * @param subtaskNames what people call a subtask; asked for every kernel that is shown
   * @throws IOException if its first bytes cannot be written
   */
  public ChromeTrace(
      OutputStream out, TraceLevel level, TraceWindow window, LongFunction<String> subtaskNames)
      throws IOException {
    this.out = out;
    this.level = level;
    this.window = window;
    this.subtaskNames = subtaskNames;
    // Java writes no time of day into the header, so that equal runs give equal files.
    events = new TraceEvents(new GZIPOutputStream(out, 1 << 16));
  }

  @Override
  public void start(Lanes declared) {
    lanes = declared;
    places = new Place[lanes.size()];
    Map<String, Integer> processes = new LinkedHashMap<>();
    for (int lane = 0; lane < lanes.size(); lane++) {
      String process = lanes.process(lane);
      if (level.shows(process)) {
        boolean first = !processes.containsKey(process);
        int pid = processes.computeIfAbsent(process, name -> processes.size() + 1);
        Place place = new Place(pid, lane + 1);
        places[lane] = place;
        if (first) {
          write(to -> to.process(place, process, place.pid()));
        }
        String track = lanes.track(lane);
        write(to -> to.thread(place, track, place.tid()));
      }
    }
  }

  @Override
  public void span(int lane, String name, long begin, long end, long id) {
    Place place = places[lane];
    if (place != null && window.touches(begin, end)) {
      Label label = label(name, id);
      write(to -> to.complete(place, label, begin, end, id));
    }
  }

  @Override
  public void instant(int lane, String name, long tick, long id) {
    Place place = places[lane];
    if (place != null && window.holds(tick)) {
      write(to -> to.instant(place, name, tick, id));
    }
  }

  @Override
  public void counter(int lane, String name, long tick, long value) {
    Place place = places[lane];
    if (place != null && window.holds(tick)) {
      // Viewers keep counters by process and name: the track keeps those of two lanes apart.
      write(to -> to.counter(place, lanes.track(lane) + " " + name, tick, value));
    }
  }

  @Override
  public void flowStart(int lane, String name, long tick, long id) {
    if (level.showsFlows()) {
      underWay.put(new FlowKey(name, id), new FlowStart(lane, tick));
    }
  }

  @Override
  public void flowEnd(int lane, String name, long tick, long id) {
    FlowStart start = level.showsFlows() ? underWay.remove(new FlowKey(name, id)) : null;
    if (start != null && window.holds(start.tick()) && window.holds(tick)) {
      // An own number, since a protocol that errs may send the same arrow twice.
      long flow = ++flows;
      write(to -> to.flowStart(places[start.lane()], name, start.tick(), flow));
      write(to -> to.flowEnd(places[lane], name, tick, flow));
    }
  }

  /**
   * Ends the timeline and closes its stream.
   *
   * @throws IOException if any part of it could not be written
   */
  @Override
  public void close() throws IOException {
    try (out) {
      write(TraceEvents::close);
    }
    if (failure != null) {
      throw failure;
    }
  }

  private Label label(String name, long id) {
    return switch (name) {
      case KERNEL -> new Label(name, subtaskNames.apply(id), "subtask");
      case PICK_UP -> new Label(name, PICK_UP + " " + subtaskNames.apply(id), "subtask");
      default -> new Label(name, name, "id");
    };
  }

  private void write(Body body) {
    if (failure == null) {
      try {
        body.write(events);
      } catch (IOException e) {
        failure = e;
      }
    }
  }
}
