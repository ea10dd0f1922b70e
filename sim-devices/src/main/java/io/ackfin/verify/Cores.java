package io.ackfin.verify;

/** Which core stands where: cores are numbered through the clusters, each one's cube first. */
final class Cores {
  /** No core stands there. */
  static final int NONE = -1;

  private Cores() {}

  /** The core at a position, 0 cube, 1 and 2 vector, of a cluster. */
  static int at(BoundedSystem system, int cluster, int position) {
    int first = 0;
    for (int before = 0; before < cluster; before++) {
      first += size(system, before);
    }
    int cubes = cubes(system, cluster);
    if (position == 0) {
      return cubes == 1 ? first : NONE;
    }
    return position <= vectors(system, cluster) ? first + cubes + position - 1 : NONE;
  }

  static int cluster(BoundedSystem system, int core) {
    int cluster = 0;
    int left = core;
    while (left >= size(system, cluster)) {
      left -= size(system, cluster);
      cluster++;
    }
    return cluster;
  }

  /** The position of a core in its cluster. */
  static int position(BoundedSystem system, int core) {
    int cluster = cluster(system, core);
    for (int position = 0; position <= 2; position++) {
      if (at(system, cluster, position) == core) {
        return position;
      }
    }
    throw new IllegalArgumentException("core: " + core);
  }

  /** A core's name, with its cluster if there are several. */
  static String name(BoundedSystem system, int core) {
    int position = position(system, core);
    String kind = position == 0 ? "AIC" : "AIV" + (position - 1);
    return system.clusters() == 1 ? kind : "c" + cluster(system, core) + "." + kind;
  }

  static int cubes(BoundedSystem system, int cluster) {
    return cluster < system.cubes() ? 1 : 0;
  }

  static int vectors(BoundedSystem system, int cluster) {
    return Math.max(0, Math.min(2, system.vectors() - 2 * cluster));
  }

  private static int size(BoundedSystem system, int cluster) {
    return cubes(system, cluster) + vectors(system, cluster);
  }
}
