package io.ackfin.verify.naive;

import io.ackfin.handshake.Book;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.protocol.DmbWord;
import io.ackfin.protocol.Invariant;
import io.ackfin.verify.Move;
import io.ackfin.verify.Shutdown;
import io.ackfin.verify.Step;
import io.ackfin.verify.naive.Core.Mark;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * One step: takes a copy of a situation, makes one move in it, and then knows the situation after
 * it, what it broke and which noteworthy things it did.
 */
final class Turn {
  private final World world;
  private final Situation situation;
  private final Move move;
  private final Set<Invariant> broken = EnumSet.noneOf(Invariant.class);
  private final Set<String> reached = new TreeSet<>();
  private final Set<Integer> touched = new TreeSet<>();
  private String input = "";
  private String who = "";
  private String what = "";
  private String value = "";

  private Turn(World world, Situation before, Move move) {
    this.world = world;
    this.situation = before.copy();
    this.move = move;
  }

  /** The step that a move is in a situation, which stays as it is. */
  static Turn take(World world, Situation before, Move move) {
    Turn turn = new Turn(world, before, move);
    turn.take();
    turn.situation.settle(world);
    for (int core : turn.touched) {
      turn.checkIdle(turn.situation.cores.get(core));
    }
    return turn;
  }

  private void take() {
    switch (move.kind()) {
      case CORE -> new CoreTurn(this, core()).program(move.argument() == 1);
      case ARRIVE_AT_BARRIER -> new CoreTurn(this, core()).arrive();
      case OUTPUT -> new CoreTurn(this, core()).output();
      case STORE_VISIBLE -> storeVisible();
      case STOP -> stop();
      case HAND_OVER -> handOver();
      case THREAD, EXPIRE, STARTUP, POLL, LOOK, DISPATCH, RING, RECHECK, EXIT, EMERGENCY ->
          new ThreadTurn(this, situation.walker(move.thread())).take();
    }
  }

  private Core core() {
    return situation.cores.get(move.core());
  }

  private void storeVisible() {
    Store store = situation.walker(move.thread()).posted.remove(move.argument());
    tell("memory", "store of thread " + move.thread() + " becomes visible", store.toString());
    becomesVisible(store);
  }

  /** A thread stores: visible at once or later, as memory has it. */
  void post(Walker walker, Store store) {
    if (world.system().memory().mode() == MemoryMode.IN_ORDER) {
      becomesVisible(store);
    } else {
      walker.posted.add(store);
    }
  }

  /** A payload slot is written when the store reaches memory: only then can a core tell. */
  private void becomesVisible(Store store) {
    Core core = situation.cores.get(store.core());
    Cell cell = store.cell();
    core.memory.put(cell, store.word());
    int ordinal = store.word().subtask().ordinal();
    if (cell == Cell.DMB && ordinal != 0) {
      core.mark(Mark.PUBLISHED, ordinal);
    }
    if (cell.isPayload()) {
      int inSlotOne = core.with(Mark.IN_SLOT_ONE);
      int inThisSlot = cell == Cell.PAYLOAD_1 ? inSlotOne : ~inSlotOne;
      int inUse = core.with(Mark.PUBLISHED) & ~core.with(Mark.ENDED);
      breaksIf((inUse & inThisSlot) != 0, Invariant.SLOT_STABLE);
    }
  }

  private void stop() {
    tell("stop", "the run is to be stopped", "");
    situation.stopping = true;
    if (world.system().shutdown() == Shutdown.EMERGENCY) {
      situation.cores.forEach(core -> situation.owedExits.add(core.number));
    }
  }

  private void handOver() {
    tell("threads", "deal the clusters out again", "to thread 1: bits " + move.argument());
    situation.owners = move.argument();
    situation.handedOver = true;
  }

  private void checkIdle(Core core) {
    boolean believed = !Book.busy(core.book);
    breaksIf(believed && !core.isIdle(world.tables()), Invariant.IDLE_IS_IDLE);
  }

  World world() {
    return world;
  }

  /** The situation in the making, and in the end the one after the step. */
  Situation situation() {
    return situation;
  }

  Move move() {
    return move;
  }

  /** Whether DMB, as a core sees it, holds exit. */
  static boolean toldToExit(Core core) {
    return core.memory.get(Cell.DMB).value() == DmbWord.EXIT;
  }

  /** A core or its owner did something there, so that the core may no longer be idle. */
  void touches(int core) {
    touched.add(core);
  }

  void breaksIf(boolean condition, Invariant invariant) {
    if (condition) {
      broken.add(invariant);
    }
  }

  void reaches(String noteworthy) {
    reached.add(noteworthy);
  }

  /** The step was a poll with this input of the completion table. */
  void looksUp(String completionInput) {
    input = completionInput;
  }

  void tell(String actor, String operation, String words) {
    who = actor;
    what = operation;
    value = words;
  }

  /** The invariants that the step broke. */
  Set<Invariant> broken() {
    return broken;
  }

  /** The case, or whatever else is worth knowing, that the step was. */
  Set<String> reached() {
    return reached;
  }

  /** The input of the completion table that was looked up; empty if none was. */
  String input() {
    return input;
  }

  /** The step as people read it. */
  Step step(int number) {
    return new Step(number, move, who, what, value);
  }
}
