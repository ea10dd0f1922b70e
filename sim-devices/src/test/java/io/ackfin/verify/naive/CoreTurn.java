package io.ackfin.verify.naive;

import io.ackfin.handshake.Access;
import io.ackfin.handshake.AccessKind;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.CoreProgram;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.Tables;
import io.ackfin.protocol.DmbWord;
import io.ackfin.protocol.Invariant;
import io.ackfin.verify.naive.Core.Mark;

/** What a core does in one step, its kernel and the output of its kernel included. */
final class CoreTurn {
  private final Turn turn;
  private final Tables tables;
  private final Core core;

  CoreTurn(Turn turn, Core core) {
    this.turn = turn;
    this.core = core;
    tables = turn.world().tables();
    turn.touches(core.number);
  }

  /**
   * The next row of the core's program and the local ones behind it.
   *
   * @param stale whether a load sees the core's own copy instead of memory
   */
  void program(boolean stale) {
    CoreOperation operation = CoreProgram.operation(tables, core.program);
    long access = CoreProgram.access(tables, core.program);
    Word word = Word.of(Access.value(access));
    long seen = 0;
    if (operation.location() == Location.DMB_BOTH) {
      seen = bothHalves();
      tell(operation, "DMB = " + read(Cell.DMB) + ", BELL = " + read(Cell.BELL));
    } else if (operation.kind() == AccessKind.LOAD) {
      word = load(Cell.of(access), stale);
      seen = word.value();
      tell(operation, Cell.of(access) + " = " + Cell.of(access).format(word));
    } else if (operation.kind() == AccessKind.STORE) {
      core.memory.put(Cell.of(access), word);
      tell(operation, Cell.of(access) + " := " + Cell.of(access).format(word));
    } else {
      drop(operation, access);
      tell(operation, "");
    }
    long next = CoreProgram.after(tables, core.program, seen);
    while (CoreProgram.operation(tables, next).kind() == AccessKind.LOCAL) {
      next = CoreProgram.after(tables, next, 0);
    }
    did(operation, word, next);
    core.program = next;
  }

  private void tell(CoreOperation operation, String value) {
    boolean stale = turn.move().argument() == 1;
    turn.tell("core " + core.number, operation.name(), stale ? value + " (stale)" : value);
  }

  private String read(Cell cell) {
    return cell.format(core.memory.get(cell));
  }

  private long bothHalves() {
    long dmb = core.memory.get(Cell.DMB).value() & 0xFFFFFFFFL;
    return DmbWord.withDoorbell(dmb, core.memory.get(Cell.BELL).value());
  }

  private Word load(Cell cell, boolean stale) {
    Word word = stale ? core.cached.get(cell) : core.memory.get(cell);
    if (turn.world().keepsCopy(cell)) {
      core.cached.put(cell, word);
    }
    return word;
  }

  private void drop(CoreOperation operation, long access) {
    if (operation.location() == Location.CACHE) {
      core.cached.keySet().removeIf(cell -> (Access.value(access) & cell.line()) != 0);
    }
  }

  private void did(CoreOperation operation, Word word, long next) {
    switch (operation) {
      case READ_DMB -> {
        if (next != core.program && word.value() != DmbWord.EXIT) {
          core.handling = word.subtask().ordinal();
        }
      }
      case START_KERNEL -> start(word.subtask());
      case END_KERNEL -> end();
      case PUBLISH_OUTPUT -> {
        if (!turn.world().system().outputPosted()) {
          core.mark(Mark.OUTPUT, core.handling);
        }
      }
      case LOOK_BEHIND -> {
        if (CoreProgram.operation(tables, next) == CoreOperation.READ_DMB) {
          turn.reaches("finSkip");
        }
      }
      default -> {}
    }
  }

  private void start(Subtask payload) {
    int allBefore = (1 << core.handling) - 2;
    turn.breaksIf(core.with(Mark.STARTED) != allBefore, Invariant.RUNS_ONCE);
    turn.breaksIf(payload.ordinal() != core.handling, Invariant.RUNS_ONCE);
    core.mark(Mark.STARTED, core.handling);
    core.kernel = payload;
    if (payload.task() != 0) {
      Situation situation = turn.situation();
      situation.started[payload.task()] |= payload.subslot().bit();
      boolean early =
          turn.world().hasProducer(payload.task()) && !situation.complete(turn.world(), 1);
      turn.breaksIf(early, Invariant.PRODUCERS_FIRST);
    }
  }

  private void end() {
    core.mark(Mark.ENDED, core.handling);
    core.kernel = Subtask.NONE;
    core.arrived = false;
    if (turn.world().system().outputPosted()) {
      addOutput();
    } else if (!turn.world().publishesOutput()) {
      core.mark(Mark.OUTPUT, core.handling);
    }
  }

  /** An output that is on its way already is the same one. */
  private void addOutput() {
    if (!core.outputs.contains(core.handling)) {
      core.outputs.add(core.handling);
    }
  }

  /** The kernel comes to the point where it waits for its siblings. */
  void arrive() {
    core.arrived = true;
    turn.situation().arrived[core.kernel.task()] |= core.kernel.subslot().bit();
    turn.tell("core " + core.number, "kernel waits for its siblings", core.kernel.toString());
  }

  /** The oldest output on its way becomes visible. */
  void output() {
    int ordinal = core.outputs.remove(0);
    core.mark(Mark.OUTPUT, ordinal);
    turn.tell("memory", "output of core " + core.number + " becomes visible", "#" + ordinal);
  }
}
