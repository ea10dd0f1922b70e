package io.ackfin.crosscheck.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.time.Ticks;
import io.ackfin.device.soc.ClusterSpec;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Tables;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DispatchId;
import io.ackfin.protocol.DmbWord;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.workload.Independent;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Mixed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Complete recordings, changed in every single place: each change makes the run impossible, but for
 * those that turn it into another run that can happen. Which these are, and why, is said here for
 * each; a search of all orders says the same of every change of a recording of one core.
 */
@Tag("property")
class MutationsTest {
  private static final KernelDuration VARIED = new KernelDuration.Lognormal(Ticks.ofNanos(1500), 1);

  /** Why a changed recording is still that of a run. */
  private enum Reason {
    /**
     * Each core's sequence and that of its owner are as before; the thread polled its cores in
     * another order.
     */
    POLLS_OF_TWO_CORES,
    /** The cluster search may put a task behind a running one without a look. */
    DISPATCHED_BY_THE_OTHER_PATH,
    /** A poll that opened the pending slot, which nobody used: the thread need not have polled. */
    OPENED_FOR_NOTHING,
    /** The guard asks for the running id alone, and the core wrote both its ACK and its FIN. */
    GUARD_SAW_THE_OTHER_WORD,
    /**
     * A core that reports first waits until DMB is no longer 0; nobody waits for it, so that the
     * first id may have replaced idle by then.
     */
    SAW_THE_FIRST_ID_AT_ONCE
  }

  /**
   * A recording and what it is held against.
   *
   * @param name of the run
   * @param tables the handshake
   * @param paths which ways may put a task behind a running one
   * @param recording the recording
   */
  private record Case(String name, Tables tables, PendingDispatch paths, Recording recording) {
    static Case of(String name, SimulatedRun run) {
      return new Case(name, run.protocol().tables(), run.paths(), run.record());
    }

    boolean isPossible(Recording changed) {
      return new Inclusion(tables, paths).check(changed).possible();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> runsOfOneCore() {
    List<Case> cases = new ArrayList<>();
    for (Variant variant : Variant.values()) {
      for (PendingDispatch paths : PendingDispatch.values()) {
        for (Startup startup : Startup.values()) {
          String name = variant + ", " + paths + ", " + startup;
          cases.add(Case.of("simulated, " + name, oneCore(variant, paths, startup)));
          Tables tables = Protocol.of(variant).startingBy(startup).tables();
          Recording wild = RandomRun.of(tables, paths, 6, RandomRun.Stop.NEVER, cases.size());
          cases.add(new Case("random, " + name, tables, paths, wild));
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("runsOfOneCore")
  void everyChangeOfARunOfOneCore(Case run) {
    checkEveryChange(run);
    for (Mutation mutation : Mutations.all(run.recording())) {
      boolean exists = NaiveOrder.exists(run.tables(), run.paths(), mutation.of(run.recording()));
      assertThat(exists).as(mutation.toString()).isEqualTo(reason(mutation, run).isPresent());
    }
  }

  static Stream<Case> runsOfSixCores() {
    return Stream.of(Variant.values())
        .map(variant -> Case.of(variant.toString(), sixCores(variant)));
  }

  @ParameterizedTest
  @MethodSource("runsOfSixCores")
  void everyChangeOfARunOfTwoThreadsAndSixCores(Case run) {
    checkEveryChange(run);
  }

  static Stream<Case> runsWithHandOvers() {
    return runsOfOneCore()
        .filter(run -> run.name().startsWith("simulated"))
        .map(
            run ->
                new Case(
                    run.name(), run.tables(), run.paths(), HandOvers.alternating(run.recording())));
  }

  /** The core changes hands wherever its owner is between two programs. */
  @ParameterizedTest
  @MethodSource("runsWithHandOvers")
  void everyChangeOfARunWithHandOvers(Case run) {
    checkEveryChange(run);
  }

  static Stream<Case> stagedRuns() {
    return Stream.of(Variant.values())
        .map(
            variant -> {
              Tables tables = Protocol.of(variant).staging(true).tables();
              PendingDispatch paths = PendingDispatch.BOTH;
              Recording recording =
                  RandomRun.of(tables, paths, 4, RandomRun.Stop.NEVER, variant.ordinal());
              return new Case(variant.toString(), tables, paths, recording);
            });
  }

  /**
   * With gates and bells. A ring is a program of its own: it may come before or after its neighbour
   * where neither waits for the other, which the search of all orders knows.
   */
  @ParameterizedTest
  @MethodSource("stagedRuns")
  void everyChangeOfAStagedRun(Case run) {
    Recording recording = run.recording();
    assertThat(run.isPossible(recording)).isTrue();
    for (Mutation mutation : Mutations.all(recording)) {
      Recording changed = mutation.of(recording);
      boolean exists = NaiveOrder.exists(run.tables(), run.paths(), changed);
      assertThat(run.isPossible(changed)).as(mutation.toString()).isEqualTo(exists);
      assertThat(exists && reason(mutation, run).isEmpty())
          .as("%s is possible and no ring changed places", mutation)
          .isIn(false, changesPlacesWithARing(mutation, recording));
    }
  }

  private static boolean changesPlacesWithARing(Mutation mutation, Recording recording) {
    if (!mutation.ofThread() || mutation.kind() != Mutation.Kind.SWAPPED) {
      return false;
    }
    long next = recording.threads().get(mutation.actor()).get(mutation.position() + 1);
    return Entry.schedulerOperation(mutation.entry()) == SchedulerOperation.STORE_BELL
        || Entry.schedulerOperation(next) == SchedulerOperation.STORE_BELL;
  }

  /** A reason that no run needs would excuse what it should not. */
  @Test
  void theseRunsTakeEveryCaseAndNeedEveryReason() {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    Set<CompletionCase> cases = EnumSet.noneOf(CompletionCase.class);
    Stream.concat(runsOfOneCore(), runsOfSixCores())
        .forEach(
            run -> {
              cases.addAll(casesOf(run.recording()));
              Mutations.all(run.recording())
                  .forEach(mutation -> reason(mutation, run).ifPresent(reasons::add));
            });
    assertThat(cases).isEqualTo(EnumSet.allOf(CompletionCase.class));
    assertThat(reasons).isEqualTo(EnumSet.allOf(Reason.class));
  }

  private static SimulatedRun oneCore(Variant variant, PendingDispatch paths, Startup startup) {
    return SimulatedRun.ofOneCore(
            variant, new Independent(7, ResourceShape.AIC_ONLY, VARIED).build(3))
        .startingBy(startup)
        .by(paths)
        .seeded(startup.ordinal());
  }

  private static SimulatedRun sixCores(Variant variant) {
    return SimulatedRun.ofOneCore(variant, new Mixed(3, VARIED).build(1))
        .startingBy(Startup.HANDSHAKE)
        .on(2, new ClusterSpec(1, 2), 2);
  }

  private static void checkEveryChange(Case run) {
    assertThat(run.isPossible(run.recording())).isTrue();
    Map<Mutation.Kind, Integer> rejected = new EnumMap<>(Mutation.Kind.class);
    for (Mutation mutation : Mutations.all(run.recording())) {
      boolean possible = run.isPossible(mutation.of(run.recording()));
      Optional<Reason> reason = reason(mutation, run);
      assertThat(possible).as("%s, %s", mutation, reason).isEqualTo(reason.isPresent());
      if (!possible) {
        rejected.merge(mutation.kind(), 1, Integer::sum);
      }
    }
    assertThat(rejected.keySet()).isEqualTo(EnumSet.allOf(Mutation.Kind.class));
  }

  /** Why a change leaves a run that can happen; empty if it does not. */
  private static Optional<Reason> reason(Mutation mutation, Case run) {
    Recording recording = run.recording();
    if (!mutation.ofThread()) {
      return reasonOfCore(mutation);
    }
    EntrySequence thread = recording.threads().get(mutation.actor());
    long entry = thread.get(mutation.position());
    return switch (mutation.kind()) {
      case SWAPPED -> reasonToSwap(entry, thread.get(mutation.position() + 1));
      case DELETED -> reasonToDelete(entry, mutation, recording, run.paths());
      case ALTERED -> reasonToAlter(entry, mutation.entry(), recording);
      case DOUBLED -> Optional.empty();
    };
  }

  private static Optional<Reason> reasonOfCore(Mutation mutation) {
    return mutation.kind() == Mutation.Kind.ALTERED
            && Entry.coreOperation(mutation.entry()) == CoreOperation.AWAIT_DMB_OPEN
            && (Entry.word(mutation.entry()) == DispatchId.FIRST
                || Entry.word(mutation.entry()) == DmbWord.IDLE)
        ? Optional.of(Reason.SAW_THE_FIRST_ID_AT_ONCE)
        : Optional.empty();
  }

  private static Optional<Reason> reasonToSwap(long entry, long next) {
    boolean polls =
        Entry.schedulerOperation(entry) == SchedulerOperation.APPLY_COND
            && Entry.schedulerOperation(next) == SchedulerOperation.APPLY_COND;
    return polls && Entry.core(entry) != Entry.core(next)
        ? Optional.of(Reason.POLLS_OF_TWO_CORES)
        : Optional.empty();
  }

  private static Optional<Reason> reasonToDelete(
      long entry, Mutation mutation, Recording recording, PendingDispatch paths) {
    if (Entry.schedulerOperation(entry) == SchedulerOperation.LOOK_AT_COND) {
      return paths == PendingDispatch.BOTH
          ? Optional.of(Reason.DISPATCHED_BY_THE_OTHER_PATH)
          : Optional.empty();
    }
    boolean opened =
        Entry.schedulerOperation(entry) == SchedulerOperation.APPLY_COND
            && Entry.caseOf(entry) == CompletionCase.NONE;
    return opened && nextOfTheCore(recording, mutation) == SchedulerOperation.APPLY_COND
        ? Optional.of(Reason.OPENED_FOR_NOTHING)
        : Optional.empty();
  }

  private static Optional<Reason> reasonToAlter(long entry, long altered, Recording recording) {
    if (Entry.schedulerOperation(entry) != SchedulerOperation.AWAIT_RUNNING
        || Entry.isEnded(altered)
        || CondWord.id(Entry.word(entry)) != CondWord.id(Entry.word(altered))) {
      return Optional.empty();
    }
    EntrySequence core = recording.cores().get(Entry.core(entry));
    int fin = CondWord.fin(CondWord.id(Entry.word(entry)));
    for (int i = 0; i < core.size(); i++) {
      if (core.get(i) == Entry.ofCore(CoreOperation.WRITE_FIN, fin)) {
        return Optional.of(Reason.GUARD_SAW_THE_OTHER_WORD);
      }
    }
    return Optional.empty();
  }

  /** What the owners of a core did on it after an entry, whoever of them. */
  private static SchedulerOperation nextOfTheCore(Recording recording, Mutation mutation) {
    int core = Entry.core(mutation.entry());
    boolean found = false;
    for (Tenure tenure : recording.tenures()) {
      EntrySequence thread = recording.threads().get(tenure.thread());
      for (int i = tenure.from(); i < tenure.to() && tenure.core() == core; i++) {
        if (found && Entry.core(thread.get(i)) == core) {
          return Entry.schedulerOperation(thread.get(i));
        }
        found |= tenure.thread() == mutation.actor() && i == mutation.position();
      }
    }
    return SchedulerOperation.HOME;
  }

  private static Set<CompletionCase> casesOf(Recording recording) {
    Set<CompletionCase> cases = EnumSet.noneOf(CompletionCase.class);
    for (EntrySequence thread : recording.threads()) {
      for (int i = 0; i < thread.size(); i++) {
        if (Entry.schedulerOperation(thread.get(i)) == SchedulerOperation.APPLY_COND) {
          cases.add(Entry.caseOf(thread.get(i)));
        }
      }
    }
    return cases;
  }
}
