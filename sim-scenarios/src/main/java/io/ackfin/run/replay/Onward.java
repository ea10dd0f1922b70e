package io.ackfin.run.replay;

import io.ackfin.device.soc.ScriptedLayout;
import io.ackfin.handshake.Book;
import io.ackfin.handshake.ClusterSearch;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Room;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.Move;
import io.ackfin.verify.Move.Kind;
import io.ackfin.verify.Shutdown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * How a run goes on fairly: in rounds, in each of which every core, thread, store on its way and
 * output gets its turn, and a thread at home does all that its loop comes to, dispatches before
 * polls. The run is not stopped and no core changes hands, which need never happen; a bound expires
 * only when a round has changed nothing. Not thread-safe.
 */
final class Onward {
  /** Far more than a run of the largest bounded system takes. */
  private static final int MOST_ROUNDS = 2_000;

  /** Where a {@link Kind#DISPATCH}'s argument holds the place. */
  private static final int PLACE_SHIFT = 8;

  private final Stage stage;
  private final BoundedSystem system;
  private final Refusals refusals;
  private final List<Supplier<Move>> turns = new ArrayList<>();
  private final List<Supplier<Move>> lastResort = new ArrayList<>();
  private int turn;
  private int rounds;
  private boolean changed = true;
  private String why = "";

  Onward(Stage stage, Refusals refusals) {
    this.stage = stage;
    system = stage.system;
    this.refusals = refusals;
    int cores = stage.layout.cores();
    for (int core = 0; core < cores; core++) {
      addTurns(core);
    }
    for (int thread = 0; thread < system.threads(); thread++) {
      addTurns(thread, cores);
    }
    if (system.shutdown() == Shutdown.EMERGENCY) {
      for (int core = 0; core < cores; core++) {
        add(Kind.EMERGENCY, Move.STOPPER, core);
      }
      add(Kind.STORE_VISIBLE, Move.STOPPER, -1);
    }
  }

  /**
   * The next move, which may be made now; null if there is none any more.
   *
   * @param tick the current tick
   */
  Move next(long tick) {
    while (!stage.ended()) {
      while (turn < turns.size()) {
        Move move = turns.get(turn++).get();
        if (move != null && refusals.of(move, tick).isEmpty()) {
          return move;
        }
      }
      if (!changed) {
        return atStandstill(tick);
      }
      if (rounds == MOST_ROUNDS) {
        why = "it goes on and on: no end after " + MOST_ROUNDS + " rounds of everything";
        return null;
      }
      rounds++;
      turn = 0;
      changed = false;
    }
    return null;
  }

  /** The last move has changed something. */
  void moved() {
    changed = true;
  }

  /** Why there is no next move although the run has not ended; empty if it has. */
  String why() {
    return why;
  }

  /** What happens when nothing else does; null if nothing does at all. */
  private Move atStandstill(long tick) {
    for (Supplier<Move> last : lastResort) {
      Move move = last.get();
      if (refusals.of(move, tick).isEmpty()) {
        return move;
      }
    }
    why = "nothing moves any more";
    return null;
  }

  private void addTurns(int core) {
    add(Kind.CORE, -1, core);
    add(Kind.ARRIVE_AT_BARRIER, -1, core);
    add(Kind.OUTPUT, -1, core);
  }

  /**
   * A thread's turns in a round. One that is in a program goes on with it and refuses the rest; one
   * at home starts its cores, rings, leaves if it may, dispatches what it can and polls the others.
   */
  private void addTurns(int thread, int cores) {
    add(Kind.THREAD, thread, -1);
    add(Kind.STORE_VISIBLE, thread, -1);
    for (int core = 0; core < cores; core++) {
      add(Kind.STARTUP, thread, core);
    }
    for (int core = 0; core < cores; core++) {
      int toRing = core;
      turns.add(() -> ring(thread, toRing));
    }
    add(Kind.RECHECK, thread, -1);
    for (int core = 0; core < cores; core++) {
      add(Kind.EXIT, thread, core);
    }
    for (int task = 1; task <= system.tasks(); task++) {
      int next = task;
      turns.add(() -> dispatch(thread, next));
      for (int core = 0; core < cores; core++) {
        int behind = core;
        turns.add(() -> look(thread, behind, next));
      }
    }
    for (int core = 0; core < cores; core++) {
      add(Kind.POLL, thread, core);
    }
    lastResort.add(() -> new Move(Kind.EXPIRE, thread, -1, 0));
  }

  private void add(Kind kind, int thread, int core) {
    Move move = new Move(kind, thread, core, 0);
    turns.add(() -> move);
  }

  /** A ring for the first dispatch of a core that waits for one; null if none does. */
  private Move ring(int thread, int core) {
    int toRing = stage.bells.toRing(core);
    return toRing == 0
        ? null
        : new Move(Kind.RING, thread, core, Integer.numberOfTrailingZeros(toRing));
  }

  /** Where the cluster search puts the task; where a look has allowed it, if there was one. */
  private Move dispatch(int thread, int task) {
    ResourceShape shape = system.shape(task);
    Duty duty = stage.duty(thread);
    boolean fills = duty.mayFill() && duty.fillsWith() == shape;
    ClusterSearch.Request request = ClusterSearch.Request.of(shape.mask(), system.placement());
    int place =
        ClusterSearch.find(
            (cluster, position) -> room(thread, cluster, position, fills),
            stage.layout.clusters(),
            request,
            fills || system.paths() != PendingDispatch.SKIP);
    if (place == ClusterSearch.NOWHERE) {
      return null;
    }
    int core = stage.core(place, Duty.first(shape.mask()));
    return new Move(Kind.DISPATCH, thread, core, task | place << PLACE_SHIFT);
  }

  /** A thread's search sees its own open cores; after a look, only the one that it looked at. */
  private Room room(int thread, int cluster, int position, boolean fills) {
    int core = stage.layout.core(cluster, position);
    boolean meant =
        core != ScriptedLayout.NO_CORE
            && stage.standing.owns(thread, core)
            && !stage.chronicle.isClosed(core)
            && (!fills || core == stage.duty(thread).fillsCore());
    return meant ? Book.room(stage.soc.books().of(core)) : Room.NONE;
  }

  private Move look(int thread, int core, int task) {
    boolean cube = system.shape(task).cubes() == 1;
    return stage.layout.isCube(core) == cube ? new Move(Kind.LOOK, thread, core, task) : null;
  }
}
