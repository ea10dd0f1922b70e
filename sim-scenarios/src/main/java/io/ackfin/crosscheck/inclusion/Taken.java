package io.ackfin.crosscheck.inclusion;

import io.ackfin.handshake.Completion;
import io.ackfin.handshake.CoreProgram;
import io.ackfin.handshake.Effect;
import io.ackfin.handshake.SchedulerProgram;
import io.ackfin.handshake.TableEdges;
import io.ackfin.handshake.Tables;
import io.ackfin.protocol.CompletionCase;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what the entries of all cores took of the tables. Not thread-safe. */
final class Taken {
  private final long[][] coreEdges;
  private final long[][] schedulerEdges;
  private final long[] effects = new long[Effect.values().length];
  private final long[] cases = new long[CompletionCase.COUNT];

  Taken() {
    coreEdges = new long[TableEdges.corePlaces()][TableEdges.corePlaces()];
    schedulerEdges = new long[TableEdges.schedulerPlaces()][TableEdges.schedulerPlaces()];
  }

  void coreEdge(long before, long after) {
    coreEdges[CoreProgram.position(before)][CoreProgram.position(after)]++;
  }

  void schedulerEdge(long before, long after) {
    schedulerEdges[SchedulerProgram.position(before)][SchedulerProgram.position(after)]++;
  }

  /**
   * A row of a scheduler's program was done.
   *
   * @return what it meant; a local row keeps the meaning of the access before it and adds none
   */
  Effect schedulerStep(long before, long after) {
    schedulerEdge(before, after);
    Effect effect = SchedulerProgram.effect(after);
    if (effect == SchedulerProgram.effect(before)) {
      return Effect.NONE;
    }
    effects[effect.ordinal()]++;
    if (effect == Effect.POLLED) {
      cases[Completion.caseOf(SchedulerProgram.action(after)).ordinal()]++;
    }
    return effect;
  }

  /** The counts by name, zeros included. */
  Coverage coverage(Tables tables) {
    Map<Effect, Long> byEffect = new EnumMap<>(Effect.class);
    for (Effect effect : Effect.values()) {
      if (effect != Effect.NONE) {
        byEffect.put(effect, effects[effect.ordinal()]);
      }
    }
    Map<CompletionCase, Long> byCase = new EnumMap<>(CompletionCase.class);
    for (CompletionCase completionCase : CompletionCase.values()) {
      byCase.put(completionCase, cases[completionCase.ordinal()]);
    }
    return new Coverage(
        named(TableEdges.ofCore(tables), coreEdges),
        named(TableEdges.ofScheduler(tables), schedulerEdges),
        Collections.unmodifiableMap(byEffect),
        Collections.unmodifiableMap(byCase));
  }

  private static Map<String, Long> named(List<TableEdges.Edge> edges, long[][] counts) {
    Map<String, Long> named = new LinkedHashMap<>();
    edges.forEach(edge -> named.put(edge.name(), counts[edge.from()][edge.to()]));
    return Collections.unmodifiableMap(named);
  }
}
