package io.ackfin.device.aicore;

/**
 * Which core a device is.
 *
 * @param core its number on the chip, from 0
 * @param cluster the name of its cluster, for lanes
 * @param name its own name, for lanes and messages
 * @param rank its place among owners of events at one tick
 */
public record AicoreIdentity(int core, String cluster, String name, int rank) {}
