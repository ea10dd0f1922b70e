package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.ResourceShape;
import io.ackfin.workload.TaskGraph;

/**
 * How many cores there are and how they are numbered: cluster by cluster, within a cluster the cube
 * core before the vector cores.
 *
 * @param clusters 1 to {@link #MOST_CLUSTERS}
 * @param cubes cube cores of each cluster, 0 or 1
 * @param vectors vector cores of each cluster, 0 to 2; one core at least with the cube
 */
public record Chip(int clusters, int cubes, int vectors) {
  /** The most clusters: four times those of a die. */
  public static final int MOST_CLUSTERS = 96;

  private static final int MOST_VECTORS = 2;

  public Chip {
    check("clusters", clusters, 1, MOST_CLUSTERS);
    check("cubes", cubes, 0, 1);
    check("vectors", vectors, cubes == 0 ? 1 : 0, MOST_VECTORS);
  }

  /** Whole clusters of one cube core and two vector cores. */
  public static Chip ofClusters(int clusters) {
    return new Chip(clusters, 1, MOST_VECTORS);
  }

  /** All cores. */
  public int cores() {
    return clusters * coresPerCluster();
  }

  /** Cores of one cluster. */
  public int coresPerCluster() {
    return cubes + vectors;
  }

  /** The cluster of a core. */
  public int cluster(int core) {
    return core / coresPerCluster();
  }

  /** Whether a core is a cube core. */
  public boolean isCube(int core) {
    return core % coresPerCluster() < cubes;
  }

  /** The cube core of a cluster that has one. */
  public int cube(int cluster) {
    return cluster * coresPerCluster();
  }

  /** A vector core of a cluster, 0 or 1. */
  public int vector(int cluster, int position) {
    return cluster * coresPerCluster() + cubes + position;
  }

  /** What people call a core: "core 4 (AIV0 of cluster 1)". */
  public String describe(int core) {
    String type = isCube(core) ? "AIC" : "AIV" + (core % coresPerCluster() - cubes);
    return "core %d (%s of cluster %d)".formatted(core, type, cluster(core));
  }

  /**
   * Checks that every task fits into a cluster.
   *
   * @throws IllegalArgumentException naming the first that does not
   */
  void checkFits(TaskGraph graph) {
    for (int task = 0; task < graph.tasks(); task++) {
      ResourceShape shape = graph.shape(task);
      if (shape.cubes() > cubes || shape.vectors() > vectors) {
        throw new IllegalArgumentException(
            "shape of task %s: %s (expected: at most %d AIC and %d AIV, as a cluster has)"
                .formatted(graph.name(task), shape, cubes, vectors));
      }
    }
  }

  static void check(String name, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "%s: %d (expected: %d to %d)".formatted(name, value, min, max));
    }
  }
}
