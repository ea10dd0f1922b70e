package io.ackfin.device.soc;

import java.util.ArrayList;
import java.util.List;

/**
 * The cores of a small chip whose clusters need not be alike: cluster j has a cube core if there
 * are more than j of them, and vector core v is in cluster v / 2. Cores are numbered through the
 * clusters: of each the cube core, then the vector cores. Immutable.
 */
public final class ScriptedLayout {
  /** The number of a core that a cluster does not have. */
  public static final int NO_CORE = -1;

  private static final int POSITIONS = 3;

  private final List<int[]> clusters = new ArrayList<>();
  private final int[] clusterOf;
  private final int[] positionOf;

  /** A chip of {@code cubes} cube cores and {@code vectors} vector cores. */
  public ScriptedLayout(int cubes, int vectors) {
    int cores = cubes + vectors;
    clusterOf = new int[cores];
    positionOf = new int[cores];
    int core = 0;
    for (int cluster = 0; core < cores; cluster++) {
      boolean[] has = {cluster < cubes, 2 * cluster < vectors, 2 * cluster + 1 < vectors};
      int[] numbers = {NO_CORE, NO_CORE, NO_CORE};
      for (int position = 0; position < POSITIONS; position++) {
        if (has[position]) {
          clusterOf[core] = cluster;
          positionOf[core] = position;
          numbers[position] = core++;
        }
      }
      clusters.add(numbers);
    }
  }

  /** How many cores there are. */
  public int cores() {
    return clusterOf.length;
  }

  /** How many clusters there are. */
  public int clusters() {
    return clusters.size();
  }

  /** The cluster of a core. */
  public int cluster(int core) {
    return clusterOf[core];
  }

  /** Whether a core is a cube core. */
  public boolean isCube(int core) {
    return positionOf[core] == 0;
  }

  /** The core at a position (0 cube, 1 and 2 vector) of a cluster, or {@link #NO_CORE}. */
  public int core(int cluster, int position) {
    return position < POSITIONS ? clusters.get(cluster)[position] : NO_CORE;
  }

  /** A core's name within its cluster. */
  public String name(int core) {
    return isCube(core) ? "AIC" : "AIV" + (positionOf[core] - 1);
  }
}
