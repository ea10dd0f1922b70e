package io.ackfin.verify.naive;

import io.ackfin.protocol.ResourceShape;
import io.ackfin.verify.Move;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All that decides what may happen next, and what has happened so far as far as the invariants ask
 * for it. Mutable: whoever makes a step works on a copy.
 */
final class Situation {
  /** A gated dispatch that is published: the core, its ordinal there, and its id. */
  record Gated(int core, int ordinal, int id) implements Comparable<Gated> {
    private static final Comparator<Gated> ORDER =
        Comparator.comparingInt(Gated::core).thenComparingInt(Gated::ordinal);

    @Override
    public int compareTo(Gated other) {
      return ORDER.compare(this, other);
    }
  }

  final List<Core> cores = new ArrayList<>();

  /** The scheduler threads. */
  final List<Walker> threads = new ArrayList<>();

  /** The thread that stops the run in an emergency; idle otherwise. */
  Walker stopper = new Walker(Move.STOPPER);

  /** The tasks that no thread has taken. */
  final SortedSet<Integer> pool = new TreeSet<>();

  /** For each task, from 1, its complete subtasks. */
  final int[] done;

  /** For each task, from 1, its subtasks whose kernels have started. */
  final int[] started;

  /** For each task, from 1, its subtasks whose kernels are where they wait for their siblings. */
  final int[] arrived;

  /** The gated dispatches that nobody rang for yet. */
  final SortedSet<Gated> unrung = new TreeSet<>();

  /** The cores that the stopper still has to write exit to. */
  final SortedSet<Integer> owedExits = new TreeSet<>();

  /** Bit n is set if thread 1 owns cluster n. */
  int owners;

  boolean handedOver;
  boolean stopping;

  private Situation(int tasks) {
    done = new int[tasks + 1];
    started = new int[tasks + 1];
    arrived = new int[tasks + 1];
  }

  /** Before anything happened. */
  static Situation initial(World world) {
    Situation initial = new Situation(world.system().tasks());
    for (int core = 0; core < world.cores(); core++) {
      initial.cores.add(Core.initial(world, core));
    }
    for (int thread = 0; thread < world.system().threads(); thread++) {
      initial.threads.add(new Walker(thread));
    }
    for (int task = 1; task <= world.system().tasks(); task++) {
      initial.pool.add(task);
    }
    int clusters = world.system().clusters();
    int ofTheFirst = world.system().threads() == 1 ? clusters : (clusters + 1) / 2;
    for (int cluster = ofTheFirst; cluster < clusters; cluster++) {
      initial.owners |= 1 << cluster;
    }
    return initial;
  }

  Situation copy() {
    Situation copy = new Situation(done.length - 1);
    cores.forEach(core -> copy.cores.add(core.copy()));
    threads.forEach(thread -> copy.threads.add(thread.copy()));
    copy.stopper = stopper.copy();
    copy.pool.addAll(pool);
    System.arraycopy(done, 0, copy.done, 0, done.length);
    System.arraycopy(started, 0, copy.started, 0, started.length);
    System.arraycopy(arrived, 0, copy.arrived, 0, arrived.length);
    copy.unrung.addAll(unrung);
    copy.owedExits.addAll(owedExits);
    copy.owners = owners;
    copy.handedOver = handedOver;
    copy.stopping = stopping;
    return copy;
  }

  /** A scheduler thread or the stopper. */
  Walker walker(int thread) {
    return thread == Move.STOPPER ? stopper : threads.get(thread);
  }

  /** Everyone whose stores may be on their way. */
  List<Walker> walkers() {
    List<Walker> all = new ArrayList<>(threads);
    all.add(stopper);
    return all;
  }

  boolean owns(int thread, int cluster) {
    return (owners >> cluster & 1) == thread;
  }

  List<Core> ownCores(World world, int thread) {
    return cores.stream().filter(c -> owns(thread, world.site(c.number).cluster())).toList();
  }

  /** The lowest task of a shape that nobody has taken, or 0. */
  int nextTask(World world, ResourceShape shape) {
    return pool.stream().filter(task -> world.shape(task) == shape).findFirst().orElse(0);
  }

  boolean complete(World world, int task) {
    return done[task] == world.shape(task).mask();
  }

  boolean allComplete(World world) {
    for (int task = 1; task < done.length; task++) {
      if (!complete(world, task)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a thread that was told to stop, or that has seen all tasks complete, is done. */
  boolean threadEnded(World world, int thread) {
    return (stopping || allComplete(world))
        && threads.get(thread).isFree()
        && ownCores(world, thread).stream().allMatch(core -> core.life == Core.Life.LEFT);
  }

  /** Whether everyone has ended and nothing is on its way. */
  boolean ended(World world) {
    return owedExits.isEmpty()
        && walkers().stream().allMatch(Walker::isFree)
        && cores.stream()
            .allMatch(
                core ->
                    core.life == Core.Life.LEFT
                        && core.halted(world.tables())
                        && core.outputs.isEmpty());
  }

  /** Forgets what nobody has to do any more; part of every step. */
  void settle(World world) {
    if (stopping) {
      pool.clear();
      unrung.clear();
    }
    for (Walker thread : threads) {
      thread.owesRings &= !unrung.isEmpty();
      thread.owesRecheck &= !stopping;
      if (thread.offer != null && nextTask(world, thread.offer.shape()) == 0) {
        thread.offer = null;
      }
    }
  }
}
