package io.ackfin.verify;

import io.ackfin.handshake.Access;
import io.ackfin.handshake.AccessKind;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.CoreProgram;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.Tables;
import io.ackfin.protocol.DmbWord;
import io.ackfin.protocol.Invariant;
import io.ackfin.verify.Move.Kind;

/** The steps of the cores: each takes its next row, if what the row waits for is there. */
final class CoreSteps {
  private static final long LOWER = 0xFFFFFFFFL;

  private final Tables tables;
  private final Layout layout;
  private final Codes codes;
  private final Features features;
  private final Siblings siblings;
  private final Steps steps;

  CoreSteps(HandshakeParts parts, Steps steps) {
    tables = parts.tables();
    layout = parts.layout();
    codes = parts.codes();
    features = parts.features();
    siblings = new Siblings(parts);
    this.steps = steps;
  }

  /** Whether a core has left its loop. */
  boolean halted(long[] situation, int core) {
    return CoreProgram.halted(tables, codes.program(layout.cores[core], situation));
  }

  /** Makes every step of one core. */
  void of(int core, long[] from) {
    CoreFields fields = layout.cores[core];
    if (features.outputs() && fields.outputOnWay.isSet(from)) {
      outputArrives(core, from);
    }
    long program = codes.program(fields, from);
    CoreOperation operation = CoreProgram.operation(tables, program);
    switch (operation) {
      case STOP -> {}
      case END_KERNEL -> {
        if (siblings.mustArrive(fields, from)) {
          arrives(core, from);
        } else if (siblings.letGo(fields, from)) {
          step(core, from, program, operation);
        }
      }
      case PUBLISH_OUTPUT -> {
        if (!fields.outputOnWay.isSet(from)) {
          step(core, from, program, operation);
        }
      }
      default -> step(core, from, program, operation);
    }
  }

  private void outputArrives(int core, long[] from) {
    Draft draft = steps.begin(from);
    CoreFields fields = layout.cores[core];
    int oldest = Integer.numberOfTrailingZeros(fields.outputOnWay.get(from));
    fields.outputOnWay.remove(draft.now, oldest);
    fields.output.add(draft.now, oldest);
    steps.emit(Moves.pack(Kind.OUTPUT, -1, core, 0), Actions.output(core));
  }

  private void arrives(int core, long[] from) {
    Draft draft = steps.begin(from);
    siblings.arrive(layout.cores[core], draft.now);
    steps.emit(Moves.pack(Kind.ARRIVE_AT_BARRIER, -1, core, 0), Actions.core(core));
  }

  private void step(int core, long[] from, long program, CoreOperation operation) {
    take(core, from, program, operation, false);
    if (features.caches() && hasOtherCopy(layout.cores[core], from, program, operation)) {
      take(core, from, program, operation, true);
    }
  }

  private boolean hasOtherCopy(
      CoreFields fields, long[] from, long program, CoreOperation operation) {
    return switch (operation.location()) {
      case HANK ->
          fields.hankCopy.isSet(from) && fields.hankCopy.get(from) - 1 != fields.hank.get(from);
      case PAYLOAD -> {
        int slot = CoreProgram.pointer(program);
        int copy = fields.payloadCopy[slot].get(from);
        yield copy != 0 && copy - 1 != fields.payload[slot].get(from);
      }
      default -> false;
    };
  }

  private void take(int core, long[] from, long program, CoreOperation operation, boolean stale) {
    Draft draft = steps.begin(from);
    CoreFields fields = layout.cores[core];
    long access = CoreProgram.access(tables, program);
    long seen =
        switch (operation.kind()) {
          case LOAD -> load(fields, draft.now, access, stale);
          case STORE -> store(fields, draft.now, operation);
          case BARRIER -> invalidate(fields, draft.now, access);
          case LOCAL, HOME, HALT -> 0;
        };
    int payload = payloadSeen(fields, from, program, stale);
    long next = CoreProgram.after(tables, program, seen);
    if (next == program && operation.kind() == AccessKind.LOAD && !isCached(operation)) {
      return;
    }
    while (CoreProgram.operation(tables, next).kind() == AccessKind.LOCAL) {
      next = CoreProgram.after(tables, next, 0);
    }
    done(fields, draft, operation, next, payload);
    codes.setProgram(fields, draft.now, next);
    steps.checkIdle(core);
    steps.emit(Moves.pack(Kind.CORE, -1, core, stale ? 1 : 0), Actions.core(core));
  }

  private static boolean isCached(CoreOperation operation) {
    return operation.location() == Location.HANK || operation.location() == Location.PAYLOAD;
  }

  private long load(CoreFields fields, long[] now, long access, boolean stale) {
    return switch (Access.location(access)) {
      case DMB -> codes.dmbWord(fields.dmb.get(now)) & LOWER;
      case DMB_BOTH ->
          (long) codes.bellWord(fields.bell.get(now)) << Integer.SIZE
              | (codes.dmbWord(fields.dmb.get(now)) & LOWER);
      case HANK -> loadHank(fields, now, stale);
      case PAYLOAD -> loadPayload(fields, now, Access.value(access), stale);
      case AICPU_READY -> fields.ready.get(now);
      case WINDOW_SAID -> fields.said.get(now);
      default -> throw new IllegalStateException(Access.location(access) + ": no core loads it");
    };
  }

  private static int loadHank(CoreFields fields, long[] now, boolean stale) {
    if (stale) {
      return fields.hankCopy.get(now) - 1;
    }
    int slot = fields.hank.get(now);
    keep(fields.hankCopy, now, slot);
    return slot;
  }

  /** Whether the payload that the core sees says that it is gated. */
  private int loadPayload(CoreFields fields, long[] now, int slot, boolean stale) {
    Field copy = fields.payloadCopy[slot];
    int ordinal = stale ? copy.get(now) - 1 : fields.payload[slot].get(now);
    if (!stale && features.caches()) {
      keep(copy, now, ordinal);
    }
    return features.gated() && fields.gated.has(now, ordinal) ? 1 : 0;
  }

  /** The copy of a line that was just read; without caches there is nothing to remember it in. */
  private static void keep(Field copy, long[] now, int content) {
    copy.setIfAny(now, content + 1);
  }

  private int payloadSeen(CoreFields fields, long[] from, long program, boolean stale) {
    int slot = CoreProgram.pointer(program);
    return stale ? fields.payloadCopy[slot].get(from) - 1 : fields.payload[slot].get(from);
  }

  private static long store(CoreFields fields, long[] now, CoreOperation operation) {
    switch (operation) {
      case WRITE_IDLE -> fields.cond.set(now, Codes.COND_IDLE);
      case WRITE_ACK -> fields.cond.set(now, Codes.acknowledged(fields, now, false));
      case WRITE_FIN -> fields.cond.set(now, Codes.acknowledged(fields, now, true));
      case WRITE_EXITED -> fields.cond.set(now, Codes.COND_EXITED);
      case REPORT -> fields.reported.set(now, 1);
      case SAY_DONE -> fields.done.set(now, 1);
      default -> throw new IllegalStateException(operation + ": is no store of a core");
    }
    return 0;
  }

  private static long invalidate(CoreFields fields, long[] now, long access) {
    if (Access.location(access) == Location.CACHE) {
      int lines = Access.value(access);
      if ((lines & Access.LINE_HANK) != 0) {
        fields.hankCopy.set(now, 0);
      }
      if ((lines & Access.LINE_PAYLOAD) != 0) {
        fields.payloadCopy[0].set(now, 0);
        fields.payloadCopy[1].set(now, 0);
      }
    }
    return 0;
  }

  /** What the step means beyond the core's own program. */
  private void done(
      CoreFields fields, Draft draft, CoreOperation operation, long next, int payload) {
    long[] now = draft.now;
    int handling = fields.handling.get(now);
    switch (operation) {
      case READ_DMB -> {
        int code = fields.dmb.get(now);
        if (codes.dmbWord(code) != DmbWord.EXIT) {
          fields.handling.set(now, Codes.ordinalOfDmb(code));
        }
      }
      case START_KERNEL -> starts(fields, draft, handling, payload);
      case END_KERNEL -> {
        fields.kernelEnded.add(now, handling);
        ends(fields, now, handling);
      }
      case PUBLISH_OUTPUT -> {
        if (!features.outputs()) {
          fields.output.add(now, handling);
        }
      }
      case LOOK_BEHIND -> {
        if (CoreProgram.operation(tables, next) == CoreOperation.READ_DMB) {
          draft.note(Noted.FIN_SKIP);
        }
      }
      default -> {}
    }
  }

  private void starts(CoreFields fields, Draft draft, int handling, int payload) {
    int before = (1 << handling) - 2;
    draft.breaksIf(fields.kernelStarted.get(draft.now) != before, Invariant.RUNS_ONCE);
    draft.breaksIf(payload != handling, Invariant.RUNS_ONCE);
    fields.kernelStarted.add(draft.now, handling);
    draft.breaksIf(
        steps.gate().runsTooEarly(fields, draft.now, payload), Invariant.PRODUCERS_FIRST);
    siblings.start(fields, draft.now, payload);
  }

  private void ends(CoreFields fields, long[] now, int handling) {
    siblings.end(fields, now);
    if (features.outputs()) {
      fields.outputOnWay.add(now, handling);
    } else if (features.outputUnpublished()) {
      fields.output.add(now, handling);
    }
  }
}
