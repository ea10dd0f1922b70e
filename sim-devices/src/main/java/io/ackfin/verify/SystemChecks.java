package io.ackfin.verify;

import io.ackfin.handshake.Placement;
import io.ackfin.protocol.ResourceShape;
import java.util.List;

/** What a bounded system may be asked for. */
final class SystemChecks {
  private SystemChecks() {}

  /** Every shape that a task has needs a cluster with the cores for it. */
  static void shapesFit(int cubes, int vectors, List<ResourceShape> shapes) {
    for (ResourceShape shape : shapes) {
      boolean withCube = shape.cubes() == 0 || cubes > 0;
      // Vector cores fill clusters from the first, as cube cores do, so the first has the most.
      boolean withVectors = shape.vectors() <= Math.min(2, vectors);
      require(
          withCube && withVectors,
          "shapes",
          shape,
          "a shape that fits a cluster of aic=" + cubes + ",aiv=" + vectors);
    }
  }

  /** No core may get more dispatches than a situation has room for. */
  static void ordinals(int tasks, List<ResourceShape> shapes, Placement placement) {
    int most = Features.mostOrdinals(tasks, shapes, placement);
    require(
        most <= BoundedSystem.MOST_ORDINALS,
        "tasks",
        tasks,
        "at most " + BoundedSystem.MOST_ORDINALS + " dispatches on one core, these make " + most);
  }

  static void require(boolean holds, String name, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
    }
  }
}
