package io.ackfin.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.random.KeyedRandom;
import io.ackfin.core.random.RandomKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Against distances between all pairs of tasks: a set of tasks that reach one another gives one
 * cycle, through its first task, as short as that task's way back to itself, along existing edges.
 */
@Tag("property")
class CyclesTest {
  private static final RandomKey STREAM = RandomKey.named("cycles test");
  private static final RandomKey EDGE = RandomKey.named("edge");
  private static final int NO_WAY = 1_000_000;

  @Test
  void randomGraphsGiveOneShortestCyclePerKnot() {
    for (int seed = 0; seed < 2_000; seed++) {
      int tasks = 1 + seed % 12;
      int[][] producers = randomGraph(seed, tasks);
      int[][] distance = distances(producers);
      List<Integer> firsts = new ArrayList<>();
      for (int[] cycle : Cycles.of(producers)) {
        int first = cycle[0];
        firsts.add(first);
        assertThat(cycle).as("seed %d", seed).hasSize(distance[first][first]);
        for (int i = 0; i < cycle.length; i++) {
          int producer = cycle[(i + 1) % cycle.length];
          assertThat(producers[cycle[i]]).as("seed %d", seed).contains(producer);
        }
      }
      assertThat(firsts).as("seed %d", seed).isEqualTo(firstOfEachKnot(distance));
    }
  }

  private static int[][] randomGraph(int seed, int tasks) {
    KeyedRandom random = new KeyedRandom(seed);
    int[][] producers = new int[tasks][];
    for (int task = 0; task < tasks; task++) {
      int[] row = new int[tasks];
      int count = 0;
      for (int other = 0; other < tasks; other++) {
        if (other != task && random.unit(STREAM, task * 100L + other, EDGE) * tasks < 1.2) {
          row[count++] = other;
        }
      }
      producers[task] = Arrays.copyOf(row, count);
    }
    return producers;
  }

  private static int[][] distances(int[][] producers) {
    int tasks = producers.length;
    int[][] distance = new int[tasks][tasks];
    for (int from = 0; from < tasks; from++) {
      Arrays.fill(distance[from], NO_WAY);
      for (int to : producers[from]) {
        distance[from][to] = 1;
      }
    }
    for (int via = 0; via < tasks; via++) {
      for (int from = 0; from < tasks; from++) {
        for (int to = 0; to < tasks; to++) {
          int detour = distance[from][via] + distance[via][to];
          distance[from][to] = Math.min(distance[from][to], detour);
        }
      }
    }
    return distance;
  }

  private static List<Integer> firstOfEachKnot(int[][] distance) {
    List<Integer> firsts = new ArrayList<>();
    for (int task = 0; task < distance.length; task++) {
      boolean first = distance[task][task] < NO_WAY;
      for (int before = 0; before < task; before++) {
        first &= distance[task][before] >= NO_WAY || distance[before][task] >= NO_WAY;
      }
      if (first) {
        firsts.add(task);
      }
    }
    return firsts;
  }
}
