package io.ackfin.core.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * The lanes of a trace. A lane is one track of one process, such as track "AIC" of process "cluster
 * 3". Devices declare theirs while the model is wired and keep the number; lanes are numbered from
 * 0 in the order of declaration, which is also the order in which a viewer should show them.
 */
public final class Lanes {
  private final List<Lane> lanes = new ArrayList<>();
  private boolean closed;

  private record Lane(String process, String track) {
    @Override
    public String toString() {
      return "track \"" + track + "\" of process \"" + process + "\"";
    }
  }

  /**
   * Declares a lane.
   *
   * @return its number
   * @throws IllegalArgumentException if the process has that track already
   * @throws IllegalStateException once the run has started
   */
  public int declare(String process, String track) {
    Lane lane = new Lane(process, track);
    if (closed) {
      throw new IllegalStateException(
          "lane: " + lane + " (expected: declared before the run starts)");
    }
    if (lanes.contains(lane)) {
      throw new IllegalArgumentException("lane: " + lane + " (expected: declared once)");
    }
    lanes.add(lane);
    return lanes.size() - 1;
  }

  /** From here on no lane may be declared; the simulator calls this when a run starts. */
  public void close() {
    closed = true;
  }

  /** How many lanes there are. */
  public int size() {
    return lanes.size();
  }

  /** The process of a lane. */
  public String process(int lane) {
    return lanes.get(lane).process();
  }

  /** The track of a lane within its process. */
  public String track(int lane) {
    return lanes.get(lane).track();
  }
}
