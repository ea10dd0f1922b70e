package io.ackfin.core.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * A listener that keeps one line per call, for example {@code span AIC kernel 100..250 #7} or
 * {@code counter ready depth 100 =3}; the lane is written as its track.
 */
public final class RecordingTrace implements TraceListener {
  private final List<String> lines = new ArrayList<>();
  private Lanes lanes;

  /** What was told so far, in the order in which it was told. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void start(Lanes declared) {
    this.lanes = declared;
  }

  @Override
  public void span(int lane, String name, long begin, long end, long id) {
    add("span", lane, name, begin + ".." + end + " #" + id);
  }

  @Override
  public void instant(int lane, String name, long tick, long id) {
    add("instant", lane, name, tick + " #" + id);
  }

  @Override
  public void counter(int lane, String name, long tick, long value) {
    add("counter", lane, name, tick + " =" + value);
  }

  @Override
  public void flowStart(int lane, String name, long tick, long id) {
    add("flowStart", lane, name, tick + " #" + id);
  }

  @Override
  public void flowEnd(int lane, String name, long tick, long id) {
    add("flowEnd", lane, name, tick + " #" + id);
  }

  private void add(String word, int lane, String name, String rest) {
    lines.add(word + " " + lanes.track(lane) + " " + name + " " + rest);
  }
}
