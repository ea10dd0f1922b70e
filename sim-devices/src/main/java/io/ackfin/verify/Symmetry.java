package io.ackfin.verify;

import io.ackfin.handshake.ClusterSearch;
import java.util.ArrayList;
import java.util.List;

/**
 * Identical cores may change places without anything changing but their numbers, if tasks go to any
 * core with room. Where the cluster search takes the first core that fits, numbers matter, and
 * there is no symmetry.
 *
 * <p>Identical are clusters with the same cores and the same thread, unless cores change hands; and
 * the two vector cores of a cluster, unless a task needs both of them, each its own. A situation's
 * representative is the smallest, word by word, of all that arise from such changes.
 */
final class Symmetry {
  private static final int POSITIONS = 3;
  private static final int NO_CORE = 3;

  private final BoundedSystem system;
  private final Layout layout;
  private final List<int[]> permutations = new ArrayList<>();
  private final long[] candidate;
  private final long[] smallest;

  Symmetry(HandshakeParts parts) {
    system = parts.system();
    layout = parts.layout();
    candidate = new long[layout.words];
    smallest = new long[layout.words];
    if (system.anyCore() && !system.handOver()) {
      collect(new int[system.cores()], 0, 0);
    }
  }

  /** Whether any two situations can be the same but for identical cores. */
  boolean any() {
    return permutations.size() > 1;
  }

  /** Puts the representative in place of a situation. */
  void canonical(long[] situation) {
    if (!any()) {
      return;
    }
    System.arraycopy(situation, 0, smallest, 0, smallest.length);
    for (int[] permutation : permutations) {
      if (mayBeSmaller(permutation, situation)) {
        permute(permutation, situation);
        if (compare(candidate, smallest) < 0) {
          System.arraycopy(candidate, 0, smallest, 0, smallest.length);
        }
      }
    }
    System.arraycopy(smallest, 0, situation, 0, smallest.length);
  }

  /** Adds every permutation that keeps what {@code taken} and {@code chosen} have already fixed. */
  private void collect(int[] chosen, int core, int taken) {
    if (core == chosen.length) {
      if (keepsClusters(chosen)) {
        permutations.add(chosen.clone());
      }
      return;
    }
    for (int image = 0; image < chosen.length; image++) {
      if ((taken >>> image & 1) == 0 && isAlike(core, image)) {
        chosen[core] = image;
        collect(chosen, core + 1, taken | 1 << image);
      }
    }
  }

  private boolean isAlike(int core, int image) {
    int from = Cores.cluster(system, core);
    int to = Cores.cluster(system, image);
    boolean likeClusters =
        Cores.cubes(system, from) == Cores.cubes(system, to)
            && Cores.vectors(system, from) == Cores.vectors(system, to)
            && Places.firstOwner(system, from) == Places.firstOwner(system, to);
    int position = Cores.position(system, core);
    int imagePosition = Cores.position(system, image);
    boolean likePositions =
        position == imagePosition || (position > 0 && imagePosition > 0 && !needsBothVectors());
    return likeClusters && likePositions;
  }

  private boolean needsBothVectors() {
    return system.shapes().stream().anyMatch(shape -> shape.vectors() == 2);
  }

  /** Cores of one cluster go to one cluster. */
  private boolean keepsClusters(int[] images) {
    for (int one = 0; one < images.length; one++) {
      for (int other = 0; other < one; other++) {
        boolean together = Cores.cluster(system, one) == Cores.cluster(system, other);
        boolean imagesTogether =
            Cores.cluster(system, images[one]) == Cores.cluster(system, images[other]);
        if (together != imagesTogether) {
          return false;
        }
      }
    }
    return true;
  }

  /** Looks at the cores' own words alone, which mostly decide. */
  private boolean mayBeSmaller(int[] images, long[] situation) {
    for (int core = 0; core < images.length; core++) {
      int source = sourceOf(images, core);
      for (int word = 0; word < layout.coreWords; word++) {
        int order =
            Long.compareUnsigned(
                situation[source * layout.coreWords + word],
                smallest[core * layout.coreWords + word]);
        if (order != 0) {
          return order < 0;
        }
      }
    }
    return true;
  }

  private static int sourceOf(int[] images, int core) {
    int source = 0;
    while (images[source] != core) {
      source++;
    }
    return source;
  }

  private void permute(int[] images, long[] situation) {
    System.arraycopy(situation, 0, candidate, 0, candidate.length);
    for (int core = 0; core < images.length; core++) {
      System.arraycopy(
          situation,
          core * layout.coreWords,
          candidate,
          images[core] * layout.coreWords,
          layout.coreWords);
    }
    for (ThreadFields thread : layout.threads) {
      rename(thread, images);
    }
    int owed = layout.emergency.get(situation);
    int renamed = 0;
    for (int core = 0; core < images.length; core++) {
      renamed |= (owed >>> core & 1) << images[core];
    }
    layout.emergency.set(candidate, renamed);
    for (StoreQueue queue : layout.queues) {
      for (int position = 0; queue.at(candidate, position) != 0; position++) {
        int store = queue.at(candidate, position);
        queue.put(candidate, position, StoreQueue.toCore(store, images[StoreQueue.core(store)]));
      }
    }
  }

  /** A thread that concerns itself with a core has a row, a task or a look to show for it. */
  private void rename(ThreadFields thread, int[] images) {
    if (thread.row.isSet(candidate)
        || thread.task.isSet(candidate)
        || thread.mayFill.isSet(candidate)) {
      thread.core.set(candidate, images[thread.core.get(candidate)]);
    }
    int place = thread.place.get(candidate);
    if (place != 0) {
      thread.place.set(candidate, renamed(place, images));
    }
  }

  private int renamed(int place, int[] images) {
    int renamed = 0;
    int cluster = ClusterSearch.cluster(place);
    int imageCluster = cluster;
    for (int subslot = 0; subslot < POSITIONS; subslot++) {
      int position = place >>> (2 * subslot) & NO_CORE;
      if (position != NO_CORE) {
        int image = images[Cores.at(system, cluster, position)];
        imageCluster = Cores.cluster(system, image);
        position = Cores.position(system, image);
      }
      renamed |= position << (2 * subslot);
    }
    return renamed | imageCluster << (2 * POSITIONS);
  }

  private static int compare(long[] one, long[] other) {
    for (int word = 0; word < one.length; word++) {
      int order = Long.compareUnsigned(one[word], other[word]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
