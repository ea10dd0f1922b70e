package io.ackfin.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * One scheduler thread. It goes on by itself up to its next look at the ready queue; {@link
 * ReferenceJudge} decides what it finds there.
 */
final class ReferenceScheduler {
  private static final int NONE = 0;

  private final ReferenceCase costs;
  private final int firstCore;
  private final ReferenceCore[] cores;
  private final int[] running;
  private final int[] pending;
  private final int[] lastId;
  // By core: the number of the task of each dispatch id; the first entry is no dispatch.
  private final List<List<Integer>> tasks = new ArrayList<>();
  private final List<Integer> list = new ArrayList<>();

  /** The tick of the next look at the ready queue; at first 0, as there is nothing to poll. */
  long now;

  /** Whether there will be no further look. */
  boolean done;

  long lastCompletion;
  int a;
  int b;
  int c;
  int d;
  long loads;
  long guardLoads;

  ReferenceScheduler(ReferenceCase costs, int firstCore, int owned) {
    this.costs = costs;
    this.firstCore = firstCore;
    cores = new ReferenceCore[owned];
    running = new int[owned];
    pending = new int[owned];
    lastId = new int[owned];
    for (int core = 0; core < owned; core++) {
      cores[core] = new ReferenceCore(costs);
      tasks.add(new ArrayList<>(List.of(-1)));
    }
  }

  /** The queue had a task for this thread, at this tick. */
  void dispatch(int task) {
    int core = firstWithout(running);
    boolean idle = core >= 0;
    if (!idle) {
      core = firstWithout(pending);
    }
    int id = ++lastId[core];
    tasks.get(core).add(task);
    now += costs.dispatch();
    if (!idle) {
      PostedCell seen;
      do {
        seen = load(core);
        guardLoads++;
      } while (seen.id() != running[core]);
    }
    now += costs.storeIssue();
    cores[core].store(now, id);
    if (idle) {
      running[core] = id;
      list.add(core);
    } else {
      pending[core] = id;
    }
    pollUntilThereIsRoom();
  }

  /** The queue was empty, and stays so. */
  void foundNothing() {
    if (list.isEmpty()) {
      done = true;
      return;
    }
    pollRound();
    pollUntilThereIsRoom();
  }

  /** Without room the queue is not looked at: the thread polls again. */
  private void pollUntilThereIsRoom() {
    while (firstWithout(running) < 0 && firstWithout(pending) < 0) {
      pollRound();
    }
  }

  private void pollRound() {
    for (int i = list.size() - 1; i >= 0; i--) {
      int core = list.get(i);
      resolve(core, load(core));
      if (running[core] == NONE) {
        int moved = list.remove(list.size() - 1);
        if (i < list.size()) {
          list.set(i, moved);
        }
      }
    }
  }

  private void resolve(int core, PostedCell seen) {
    boolean waits = pending[core] != NONE;
    if (waits && seen.id() == pending[core] && seen.fin()) {
      a++;
      complete();
      complete();
      running[core] = NONE;
      pending[core] = NONE;
    } else if (waits && seen.id() == pending[core]) {
      b++;
      complete();
      promote(core);
    } else if (seen.id() == running[core] && seen.fin()) {
      complete();
      if (waits) {
        d++;
      } else {
        c++;
      }
      promote(core);
    }
  }

  /** The pending dispatch, if any, becomes the running one; otherwise the core is idle. */
  private void promote(int core) {
    running[core] = pending[core];
    pending[core] = NONE;
  }

  private void complete() {
    now += costs.completion();
    lastCompletion = now;
  }

  private PostedCell load(int core) {
    loads++;
    PostedCell seen = cores[core].sample(now + costs.load() / 2);
    now += costs.load();
    return seen;
  }

  /** The first core whose entry is empty, or -1. */
  private static int firstWithout(int[] ids) {
    for (int core = 0; core < ids.length; core++) {
      if (ids[core] == NONE) {
        return core;
      }
    }
    return -1;
  }

  /** Fills in what this thread's cores ran. */
  void collect(long[] taken, ReferenceResult.TaskRun[] runs) {
    for (int core = 0; core < cores.length; core++) {
      for (int id = 1; id <= lastId[core]; id++) {
        int task = tasks.get(core).get(id);
        long[] kernel = cores[core].kernel(id);
        runs[task] =
            new ReferenceResult.TaskRun(taken[task], kernel[0], kernel[1], firstCore + core);
      }
    }
  }
}
