package io.ackfin.handshake;

import static io.ackfin.handshake.AccessKind.LOCAL;

import io.ackfin.handshake.Completion.Match;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DispatchId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Tables with a mistake in them, to see whether whoever looks for mistakes finds it. Stateless.
 *
 * <p>A kind of mistake is made at every row or entry: a row is passed over, done again, leads back
 * or home, changes places with the one behind it, or takes its outcomes for each other; an entry of
 * the completion table has another action. Tables in which local rows lead round are left out: no
 * reader can walk them.
 */
public final class TableMutations {
  /**
   * Tables with a mistake.
   *
   * @param name what is wrong; unique among the mutants of one protocol
   * @param tables the tables
   */
  public record Mutant(String name, Tables tables) {}

  private static final Set<CoreRow> OF_THE_GATE =
      EnumSet.of(CoreRow.POINTER, CoreRow.GATE, CoreRow.BELL);
  private static final Set<SchedulerRow> BEGINNINGS =
      EnumSet.of(
          SchedulerRow.START_POINTER,
          SchedulerRow.START_REPORT,
          SchedulerRow.BUILD,
          SchedulerRow.POLL,
          SchedulerRow.LOOK,
          SchedulerRow.EXIT,
          SchedulerRow.EMERGENCY,
          SchedulerRow.RING);

  private static final int NEXT_ID = 7;
  private static final int EFFECTS = 0x1F;

  /** What a read of COND may be taken for, right or wrong. */
  private static final Map<String, Integer> ACTIONS = actions();

  private final TableRows rows;
  private final boolean staging;
  private final Map<String, UnaryOperator<TableRows>> edits = new LinkedHashMap<>();

  private TableMutations(Protocol protocol) {
    rows = protocol.rows();
    staging = protocol.staging();
    for (CoreRow place : CoreRow.values()) {
      if (rows.core().has(place)
          && rows.core().at(place).operation() != CoreOperation.STOP
          && (!staging || OF_THE_GATE.contains(place))) {
        ofCore(place);
      }
    }
    for (SchedulerRow place : SchedulerRow.values()) {
      if (rows.scheduler().has(place)
          && place != SchedulerRow.HOME
          && (!staging || place == SchedulerRow.RING)) {
        ofScheduler(place);
      }
    }
    ofCompletion();
  }

  /**
   * Every mutant of a protocol with one mistake; with early staging only those that concern gate
   * and bell.
   */
  public static List<Mutant> systematic(Protocol protocol) {
    TableMutations mutations = new TableMutations(protocol);
    List<Mutant> mutants = new ArrayList<>();
    mutations.edits.forEach(
        (name, edit) -> {
          TableRows edited = edit.apply(mutations.rows);
          if (canBeWalked(edited)) {
            mutants.add(new Mutant(name, new Tables(edited)));
          }
        });
    return mutants;
  }

  /** A mutant with a few mistakes, from a seed. */
  public static Mutant random(Protocol protocol, long seed) {
    TableMutations mutations = new TableMutations(protocol);
    List<String> names = List.copyOf(mutations.edits.keySet());
    Random random = new Random(seed);
    List<String> made = new ArrayList<>();
    TableRows edited = mutations.rows;
    for (int mistakes = 1 + random.nextInt(3); made.size() < mistakes; ) {
      String name = names.get(random.nextInt(names.size()));
      TableRows next = mutations.edits.get(name).apply(edited);
      if (canBeWalked(next)) {
        edited = next;
        made.add(name);
      }
    }
    return new Mutant(String.join("; ", made), new Tables(edited));
  }

  private void ofCore(CoreRow place) {
    new ProgramMutations<>("core", rows.core(), EnumSet.of(rows.coreEntry()), CoreRow.POLL)
        .of(place)
        .edits()
        .forEach((name, edit) -> edits.put(name, of -> of.editCore(edit)));
  }

  private void ofScheduler(SchedulerRow place) {
    new ProgramMutations<>("scheduler", rows.scheduler(), BEGINNINGS, SchedulerRow.HOME)
        .of(place)
        .edits()
        .forEach((name, edit) -> edits.put(name, of -> of.editScheduler(edit)));
  }

  private void ofCompletion() {
    for (Match match : Match.values()) {
      for (boolean fin : new boolean[] {false, true}) {
        if (staging) {
          ofEntry(Book.BUSY | Book.PENDING | Book.GATED, match, fin);
        } else {
          ofEntry(Book.BUSY | Book.PENDING, match, fin);
          if (match != Match.PENDING) {
            ofEntry(Book.BUSY, match, fin);
          }
        }
      }
    }
  }

  /** The entry that a book with these flags looks up. */
  private void ofEntry(long flags, Match match, boolean fin) {
    long book = flags | NEXT_ID;
    int id =
        switch (match) {
          case NONE -> NEXT_ID;
          case RUNNING -> Book.runningId(DispatchId.FULL, book);
          case PENDING -> Book.pendingId(DispatchId.FULL, book);
        };
    int cond = fin ? CondWord.fin(id) : CondWord.ack(id);
    int right = rows.completion().lookUp(DispatchId.FULL, book, cond);
    String input = Completion.describe(Completion.inputOf(DispatchId.FULL, book, cond));
    ACTIONS.forEach(
        (taken, action) -> {
          boolean needsPending = (action & (Completion.PROMOTE | Completion.COMPLETE_PENDING)) != 0;
          if ((action & EFFECTS) != (right & EFFECTS) && (Book.pending(book) || !needsPending)) {
            String name = "completion: " + input + ": " + taken;
            edits.put(
                name,
                of ->
                    of.editCompletion(
                        table ->
                            staging
                                ? table.withGated(match, fin, action)
                                : table.with(Book.pending(book), match, fin, action)));
          }
        });
  }

  /** Whether every row comes to one that is not local. */
  private static boolean canBeWalked(TableRows rows) {
    return canBeWalked(rows.core(), CoreRow.values(), CoreOperation::kind)
        && canBeWalked(rows.scheduler(), SchedulerRow.values(), SchedulerOperation::kind);
  }

  private static <R extends Enum<R>, O extends Enum<O>> boolean canBeWalked(
      Program<R, O> program, R[] places, Function<O, AccessKind> kind) {
    for (R place : places) {
      R at = place;
      for (int rows = 0;
          program.has(at) && kind.apply(program.at(at).operation()) == LOCAL;
          rows++) {
        if (rows == places.length) {
          return false;
        }
        at = program.at(at).next();
      }
    }
    return true;
  }

  private static Map<String, Integer> actions() {
    int running = Completion.COMPLETE_RUNNING;
    int both = running | Completion.COMPLETE_PENDING;
    int promote = running | Completion.PROMOTE;
    Map<String, Integer> actions = new LinkedHashMap<>();
    actions.put("nothing", 0);
    actions.put("open", Completion.action(CompletionCase.NONE, Completion.OPEN));
    actions.put("complete", Completion.action(CompletionCase.C, running));
    actions.put(
        "complete and idle", Completion.action(CompletionCase.C, running | Completion.IDLE));
    actions.put("promote", Completion.action(CompletionCase.D, promote));
    actions.put("promote and open", Completion.action(CompletionCase.B, promote | Completion.OPEN));
    actions.put("complete both", Completion.action(CompletionCase.A, both | Completion.IDLE));
    return actions;
  }
}
