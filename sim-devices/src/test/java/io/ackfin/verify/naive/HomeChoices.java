package io.ackfin.verify.naive;

import io.ackfin.handshake.Book;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Room;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.Move;
import io.ackfin.verify.Move.Kind;
import io.ackfin.verify.naive.Core.Life;
import io.ackfin.verify.naive.Situation.Gated;
import io.ackfin.verify.naive.Walker.Offer;
import java.util.List;

/** What a scheduler thread that is between two programs may do next. */
final class HomeChoices {
  private final World world;
  private final BoundedSystem system;
  private final Situation now;
  private final Walker thread;
  private final List<Move> moves;

  private HomeChoices(World world, Situation now, Walker thread, List<Move> moves) {
    this.world = world;
    this.now = now;
    this.thread = thread;
    this.moves = moves;
    system = world.system();
  }

  static void add(World world, Situation now, Walker thread, List<Move> moves) {
    new HomeChoices(world, now, thread, moves).collect();
  }

  private void collect() {
    if (thread.owesRings) {
      for (Gated gated : now.unrung) {
        add(Kind.RING, gated.core(), gated.ordinal());
      }
    } else if (thread.owesRecheck) {
      add(Kind.RECHECK, -1, 0);
    } else if (thread.offer != null) {
      dispatchBehind(thread.offer);
    } else if (!startUps()) {
      work();
    }
  }

  private void add(Kind kind, int core, int argument) {
    moves.add(new Move(kind, thread.number, core, argument));
  }

  private List<Core> ownCores() {
    return now.ownCores(world, thread.number);
  }

  /** The start-up of any core comes before everything else on any core. */
  private boolean startUps() {
    List<Core> unstarted = ownCores().stream().filter(core -> core.life == Life.UNSTARTED).toList();
    unstarted.forEach(core -> add(Kind.STARTUP, core.number, 0));
    return !unstarted.isEmpty();
  }

  private void work() {
    if (now.stopping || now.allComplete(world)) {
      for (Core core : ownCores()) {
        if (core.life != Life.LEFT) {
          add(Kind.EXIT, core.number, 0);
        }
      }
    }
    if (now.stopping) {
      return;
    }
    for (Core core : ownCores()) {
      if (core.life != Life.LEFT && Book.busy(core.book)) {
        add(Kind.POLL, core.number, 0);
      }
    }
    for (ResourceShape shape : ResourceShape.values()) {
      int task = now.nextTask(world, shape);
      if (task != 0) {
        Places.of(world, now, thread.number, shape).forEach(place -> dispatch(task, place));
        looks(shape, task);
      }
    }
  }

  private void dispatch(int task, int place) {
    int firstSubslot = Integer.numberOfTrailingZeros(world.shape(task).mask());
    int core = world.coreAt(place, Subslot.of(firstSubslot));
    add(Kind.DISPATCH, core, task | place << 8);
  }

  private void looks(ResourceShape shape, int task) {
    if (!shape.singleCore() || system.paths() == PendingDispatch.SPIN) {
      return;
    }
    for (Core core : ownCores()) {
      boolean ofItsKind = world.site(core.number).isCube() == (shape.cubes() == 1);
      if (ofItsKind && Book.room(core.book) == Room.PENDING_FREE) {
        add(Kind.LOOK, core.number, task);
      }
    }
  }

  /** After a good look nothing else comes next than the dispatch that it was made for. */
  private void dispatchBehind(Offer offer) {
    World.Site site = world.site(offer.core());
    int task = now.nextTask(world, offer.shape());
    dispatch(task, Places.single(site, offer.shape()));
  }
}
