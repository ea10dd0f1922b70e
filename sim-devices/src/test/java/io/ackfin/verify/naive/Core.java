package io.ackfin.verify.naive;

import io.ackfin.handshake.Book;
import io.ackfin.handshake.CoreProgram;
import io.ackfin.handshake.Tables;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One core, its places in memory, and what its scheduler knows and the invariants ask of it.
 * Mutable: whoever makes a step works on a copy.
 */
final class Core {
  /** How far its owner has come with a core. */
  enum Life {
    UNSTARTED,
    STARTED,
    /** It answered exit, or did not in time, or its owner left without asking. */
    LEFT
  }

  /** What can be true of an ordinal. */
  enum Mark {
    /** Its payload was built in slot 1, not 0. */
    IN_SLOT_ONE,
    /** Its id was visible in DMB. */
    PUBLISHED,
    STARTED,
    ENDED,
    /** The output of its kernel is visible. */
    OUTPUT,
    COMPLETED
  }

  final int number;
  final Map<Cell, Word> memory = new EnumMap<>(Cell.class);

  /** What the core holds a copy of; only lines that it may read without dropping them first. */
  final Map<Cell, Word> cached = new EnumMap<>(Cell.class);

  /** The ordinals whose output is on its way, oldest first. */
  final List<Integer> outputs = new ArrayList<>();

  /** What is noted in the two records. */
  final List<Subtask> records = new ArrayList<>(List.of(Subtask.NONE, Subtask.NONE));

  /** For each mark the ordinals that it is true of, as bits. */
  private final Map<Mark, Integer> marks = new EnumMap<>(Mark.class);

  long program;
  long book;
  Life life;

  /** How many dispatches are in flight or over: the highest ordinal. */
  int dispatched;

  /** The ordinal that the core took up last. */
  int handling;

  /** What the running kernel found in its payload when it started. */
  Subtask kernel = Subtask.NONE;

  /** Whether the running kernel is at the point where it waits for its siblings. */
  boolean arrived;

  private Core(int number) {
    this.number = number;
  }

  /** A core when the chip is switched on. */
  static Core initial(World world, int number) {
    Core core = new Core(number);
    for (Cell cell : Cell.values()) {
      core.memory.put(cell, Word.ZERO);
    }
    if (world.hasStartup()) {
      core.life = Life.UNSTARTED;
      // Start-up has to make it 0; whoever reads it too early shall notice.
      core.memory.put(Cell.HANK, Word.of(1));
    } else {
      core.life = Life.STARTED;
      core.memory.put(Cell.DMB, Word.of(DmbWord.IDLE));
      core.memory.put(Cell.COND, Word.of(CondWord.CORE_IDLE));
    }
    core.program = CoreProgram.start(world.tables());
    core.book = Book.initial(world.tables());
    return core;
  }

  Core copy() {
    Core copy = new Core(number);
    copy.memory.putAll(memory);
    copy.cached.putAll(cached);
    copy.outputs.addAll(outputs);
    copy.records.set(0, records.get(0));
    copy.records.set(1, records.get(1));
    copy.marks.putAll(marks);
    copy.program = program;
    copy.book = book;
    copy.life = life;
    copy.dispatched = dispatched;
    copy.handling = handling;
    copy.kernel = kernel;
    copy.arrived = arrived;
    return copy;
  }

  void mark(Mark mark, int ordinal) {
    marks.merge(mark, 1 << ordinal, (held, added) -> held | added);
  }

  boolean has(Mark mark, int ordinal) {
    return (with(mark) & 1 << ordinal) != 0;
  }

  /** The ordinals of which a mark is true. */
  int with(Mark mark) {
    return marks.getOrDefault(mark, 0);
  }

  boolean halted(Tables tables) {
    return CoreProgram.halted(tables, program);
  }

  /** Whether the core took up its last dispatch and is done with it, or there was none yet. */
  boolean isIdle(Tables tables) {
    if (handling != dispatched) {
      return false;
    }
    return switch (CoreProgram.operation(tables, program)) {
      case READ_DMB, WRITE_EXITED, STOP -> true;
      default -> dispatched == 0;
    };
  }
}
