package io.ackfin.verify.naive;

import io.ackfin.handshake.AccessKind;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.CoreProgram;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.SchedulerProgram;
import io.ackfin.handshake.Tables;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.KernelSync;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.Move;
import io.ackfin.verify.Move.Kind;
import io.ackfin.verify.Shutdown;
import io.ackfin.verify.naive.Core.Life;
import java.util.ArrayList;
import java.util.List;

/** Every move that can be made in a situation, one that turns out to be a wait included. */
final class Choices {
  private static final int NOBODY = -1;

  private final World world;
  private final BoundedSystem system;
  private final Tables tables;
  private final Situation now;
  private final List<Move> moves = new ArrayList<>();

  private Choices(World world, Situation now) {
    this.world = world;
    this.now = now;
    system = world.system();
    tables = world.tables();
  }

  /** The moves; none where everything has ended. */
  static List<Move> of(World world, Situation now) {
    Choices choices = new Choices(world, now);
    if (!now.ended(world)) {
      choices.collect();
    }
    return choices.moves;
  }

  private void collect() {
    for (Core core : now.cores) {
      ofCore(core);
    }
    for (Walker thread : now.threads) {
      ofThread(thread);
    }
    for (Walker walker : now.walkers()) {
      ofMemory(walker);
    }
    if (system.shutdown() != Shutdown.NORMAL && !now.stopping) {
      moves.add(new Move(Kind.STOP, NOBODY, NOBODY, 0));
    }
    for (int core : now.owedExits) {
      moves.add(new Move(Kind.EMERGENCY, Move.STOPPER, core, 0));
    }
    if (mayHandOver()) {
      ofHandOver();
    }
  }

  private void ofCore(Core core) {
    if (!core.outputs.isEmpty()) {
      moves.add(new Move(Kind.OUTPUT, NOBODY, core.number, 0));
    }
    if (core.halted(tables)) {
      return;
    }
    CoreOperation operation = CoreProgram.operation(tables, core.program);
    if (operation == CoreOperation.END_KERNEL && system.kernelSync() == KernelSync.BARRIER) {
      if (world.meets(core.kernel) && !core.arrived) {
        moves.add(new Move(Kind.ARRIVE_AT_BARRIER, NOBODY, core.number, 0));
        return;
      }
    }
    if (!waits(core, operation)) {
      moves.add(new Move(Kind.CORE, NOBODY, core.number, 0));
      if (seesAStaleCopy(core, operation)) {
        moves.add(new Move(Kind.CORE, NOBODY, core.number, 1));
      }
    }
  }

  /** Waits that the tables leave to their readers. */
  private boolean waits(Core core, CoreOperation operation) {
    return switch (operation) {
      case END_KERNEL -> world.meets(core.kernel) && !met(core.kernel) && !Turn.toldToExit(core);
      case PUBLISH_OUTPUT -> system.outputPosted() && !core.outputs.isEmpty();
      default -> false;
    };
  }

  private boolean met(Subtask kernel) {
    int[] there = system.kernelSync() == KernelSync.START ? now.started : now.arrived;
    return there[kernel.task()] == world.shape(kernel.task()).mask();
  }

  private boolean seesAStaleCopy(Core core, CoreOperation operation) {
    if (operation.kind() != AccessKind.LOAD || operation.location().isRegister()) {
      return false;
    }
    Cell cell = Cell.of(CoreProgram.access(tables, core.program));
    Word copy = core.cached.get(cell);
    return copy != null && !copy.equals(core.memory.get(cell));
  }

  private void ofThread(Walker thread) {
    if (thread.atHome()) {
      HomeChoices.add(world, now, thread, moves);
      return;
    }
    if (thread.core == Walker.NO_CORE) {
      moves.add(new Move(Kind.THREAD, thread.number, subtaskCore(thread), 0));
      return;
    }
    SchedulerOperation operation = SchedulerProgram.operation(tables, thread.program);
    boolean relaxed = system.memory().mode() == MemoryMode.RELAXED;
    if (operation == SchedulerOperation.FENCE && relaxed && !thread.posted.isEmpty()) {
      return;
    }
    moves.add(new Move(Kind.THREAD, thread.number, thread.core, 0));
    if (operation == SchedulerOperation.AWAIT_EXITED && system.shutdown() != Shutdown.NORMAL) {
      int cond = now.cores.get(thread.core).memory.get(Cell.COND).value();
      if (cond != CondWord.CORE_EXITED) {
        moves.add(new Move(Kind.EXPIRE, thread.number, thread.core, 0));
      }
    }
  }

  private int subtaskCore(Walker thread) {
    return world.coreAt(thread.dispatch.place(), thread.dispatch.next());
  }

  private void ofMemory(Walker walker) {
    for (int i = 0; i < walker.posted.size(); i++) {
      if (Store.mayArrive(system.memory(), walker.posted, i)) {
        moves.add(new Move(Kind.STORE_VISIBLE, walker.number, walker.posted.get(i).core(), i));
      }
    }
  }

  private boolean mayHandOver() {
    return system.handOver()
        && now.threads.size() == 2
        && !now.handedOver
        && !now.stopping
        && now.cores.stream().noneMatch(core -> core.life == Life.UNSTARTED)
        && now.threads.stream().allMatch(t -> t.isFree() && !now.threadEnded(world, t.number));
  }

  private void ofHandOver() {
    for (int owners = 0; owners < 1 << system.clusters(); owners++) {
      if (owners != now.owners) {
        moves.add(new Move(Kind.HAND_OVER, NOBODY, NOBODY, owners));
      }
    }
  }
}
