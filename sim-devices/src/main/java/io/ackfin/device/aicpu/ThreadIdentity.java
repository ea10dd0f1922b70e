package io.ackfin.device.aicpu;

/**
 * Which scheduler thread a device is and which clusters it owns.
 *
 * @param thread its number, from 0; also its rank: of two threads that take a task at one tick the
 *     lower one is first
 * @param firstCluster the chip's number of its first cluster
 * @param clusters how many clusters it owns, in a row
 * @param cubes cube cores of a cluster, 0 or 1
 * @param vectors vector cores of a cluster, 0 to 2
 */
public record ThreadIdentity(int thread, int firstCluster, int clusters, int cubes, int vectors) {
  /** Cores of a cluster. */
  int coresPerCluster() {
    return cubes + vectors;
  }
}
