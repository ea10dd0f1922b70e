package io.ackfin.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ackfin.core.time.Ticks;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.runtime.agent.InterruptedWaitException;
import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.runtime.agent.WaitLimitException;
import io.ackfin.runtime.kernel.Kernel;
import io.ackfin.runtime.kernel.KernelCall;
import io.ackfin.workload.Independent;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Mixed;
import io.ackfin.workload.TaskGraph;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs that go wrong: they end, their threads end, and the caller learns why. */
@Tag("stress")
@Timeout(120)
class DispatchFailureTest {
  private static final long MILLISECOND_NS = 1_000_000;
  private static final int BAD_SUBTASK = 20;

  private static final TaskGraph CUBES =
      new Independent(60, ResourceShape.AIC_ONLY, new KernelDuration.Fixed(Ticks.ofMicros(1)))
          .build(1);

  private static final RuntimeSpec SPEC =
      RuntimeSpec.defaults()
          .with(
              spec -> {
                spec.chip = Chip.ofClusters(2);
                spec.schedulers = 2;
                spec.waiting = WaitKind.PARK;
              });

  /** Does something when it comes to the bad subtask. */
  private static final class Trap implements Kernel {
    private final IntConsumer action;
    private int subtask;

    Trap(IntConsumer action) {
      this.action = action;
    }

    @Override
    public void start(KernelCall call) {
      subtask = call.subtask();
    }

    @Override
    public boolean advance() {
      if (subtask == BAD_SUBTASK) {
        action.accept(subtask);
      }
      return true;
    }
  }

  @AfterEach
  void noThreadIsLeft() {
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("ackfin"));
  }

  private static RunFailedException failure(DispatchRun run) {
    return catchThrowableOfType(RunFailedException.class, run::run);
  }

  private static DispatchRun trapped(IntConsumer action) {
    return DispatchRun.withKernels(SPEC, CUBES, () -> new Trap(action));
  }

  @Test
  void anExceptionOfAKernelReachesTheCallerWithWhatWasComplete() {
    IllegalArgumentException broken = new IllegalArgumentException("broken kernel");
    RunFailedException failure =
        failure(
            trapped(
                subtask -> {
                  throw broken;
                }));
    assertThat(failure).hasCause(broken);
    assertThat(failure.who()).startsWith("core ");
    assertThat(failure)
        .hasMessageContaining("of 60 tasks: ")
        .hasMessageContaining(broken.toString());
    assertThat(failure.partial().subtask(BAD_SUBTASK).completions()).isZero();
    assertThat(failure.partial().subtask(BAD_SUBTASK).startNs()).isPositive();
    assertThat(failure.partial().completedTasks()).isLessThan(60);
  }

  @Test
  void anErrorThatKillsACoreEndsTheRunToo() {
    StackOverflowError dead = new StackOverflowError("dead");
    assertThat(
            failure(
                trapped(
                    subtask -> {
                      throw dead;
                    })))
        .hasCause(dead);
  }

  @Test
  void anInterruptOfTheCallerEndsTheRunAndStaysSet() {
    Thread caller = Thread.currentThread();
    RunFailedException failure = failure(trapped(subtask -> caller.interrupt()));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.who()).isEqualTo("caller");
    assertThat(failure).hasCauseInstanceOf(InterruptedException.class);
  }

  @Test
  void anInterruptOfASchedulerEndsTheRun() {
    RunFailedException failure = failure(trapped(subtask -> interrupt("ackfin scheduler 1")));
    assertThat(failure.who()).isEqualTo("scheduler 1");
    assertThat(failure).hasCauseInstanceOf(InterruptedWaitException.class);
  }

  @Test
  void anInterruptOfACoreEndsTheRun() {
    RunFailedException failure = failure(trapped(subtask -> Thread.currentThread().interrupt()));
    assertThat(failure.who()).startsWith("core ");
    assertThat(failure).hasCauseInstanceOf(InterruptedWaitException.class);
  }

  private static void interrupt(String name) {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals(name)) {
        thread.interrupt();
      }
    }
  }

  @Test
  void aRunWithoutProgressEndsAtItsLimitAndSaysWhoWaitsForWhat() {
    RuntimeSpec hasty = hasty(spec -> spec.chip = new Chip(1, 1, 0));
    RunFailedException failure =
        failure(DispatchRun.withFaults(hasty, CUBES, Set.of(Fault.SWALLOW_FIN)));
    assertThat(failure).hasCauseInstanceOf(WaitLimitException.class);
    assertThat(failure.getCause())
        .hasMessageContaining("core 0 (AIC of cluster 0) to end dispatch")
        .hasMessageContaining("its COND is ACK(");
  }

  @Test
  void coresThatGetNoExitAreEndedAndReported() {
    RuntimeSpec hasty = hasty(spec -> {});
    RunFailedException failure =
        failure(DispatchRun.withFaults(hasty, CUBES, Set.of(Fault.LEAVE_WITHOUT_EXIT)));
    assertThat(failure.who()).isEqualTo("caller");
    assertThat(failure.getCause()).hasMessage("ackfin core 0 did not leave (expected: by exit)");
    assertThat(failure.partial().completedTasks()).isEqualTo(60);
  }

  @Test
  void aKernelThatHangsIsInterruptedInTheEnd() {
    RuntimeSpec hasty = hasty(spec -> spec.schedulers = 1);
    RunFailedException failure =
        failure(
            DispatchRun.withKernels(
                hasty, CUBES, () -> new Trap(subtask -> hangUntilInterrupted())));
    assertThat(failure).hasCauseInstanceOf(WaitLimitException.class);
    assertThat(failure.getCause()).hasMessageContaining("to end dispatch");
  }

  private static void hangUntilInterrupted() {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aThreadThatCannotBeStartedEndsTheRunAtOnce() {
    OutOfMemoryError full = new OutOfMemoryError("no more threads");
    int[] started = {0};
    ThreadFactory factory =
        body ->
            new Thread(body) {
              @Override
              public synchronized void start() {
                if (++started[0] == 7) {
                  throw full;
                }
                super.start();
              }
            };
    RunFailedException failure = failure(DispatchRun.onThreadsOf(factory, SPEC, CUBES));
    assertThat(failure.who()).isEqualTo("caller");
    assertThat(failure).hasCause(full);
    assertThat(full.getSuppressed()).as("nobody waits for who was never there").isEmpty();
  }

  @Test
  void whatAThreadThatCannotBeEndedDoesIsNotRead() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    RuntimeSpec hasty = hasty(spec -> spec.recordsPerThread = 1 << 12);
    RunFailedException failure =
        failure(
            DispatchRun.withKernels(
                hasty, CUBES, () -> new Trap(subtask -> hangWhateverHappens(over))));
    Thread stuck = threads("ackfin core").get(0);
    over.countDown();
    stuck.join();
    assertThat(failure.getCause().getSuppressed())
        .extracting(Throwable::getMessage)
        .contains(stuck.getName() + " cannot be ended");
    assertThat(failure.partial().subtask(BAD_SUBTASK).startNs()).isEqualTo(SubtaskTimes.ABSENT);
    assertThat(failure.partial().recording().orElseThrow().complete()).isFalse();
  }

  private static void hangWhateverHappens(CountDownLatch over) {
    while (over.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  private static List<Thread> threads(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(name))
        .toList();
  }

  @Test
  void whateverTheFaultTheRunEndsAndLeavesNoThread() {
    TaskGraph graph = new Mixed(12, new KernelDuration.Fixed(Ticks.ofMicros(1))).build(1);
    RuntimeSpec hasty =
        hasty(
            spec -> {
              spec.becomesScheduler = true;
              // Many of these runs wait for ever; but no thread may be given up that is only slow.
              spec.timeLimitNs = 60 * MILLISECOND_NS;
              spec.exitLimitNs = 600 * MILLISECOND_NS;
            });
    for (Variant variant : Variant.values()) {
      for (Fault fault : Fault.values()) {
        RuntimeSpec spec = hasty.with(changes -> changes.variant = variant);
        try {
          DispatchResult result = DispatchRun.withFaults(spec, graph, Set.of(fault)).run();
          assertThat(result.subtasks()).isEqualTo(graph.subtasks());
        } catch (RunFailedException failed) {
          assertThat(failed.getCause()).as("%s %s", variant, fault).isNotNull();
        }
        noThreadIsLeft();
      }
    }
  }

  @Test
  void aCleanRunLeavesNoThreadEither() {
    int before = Thread.activeCount();
    for (int i = 0; i < 10; i++) {
      DispatchRunTest.runAndCheck(SPEC, CUBES);
    }
    assertThat(Thread.activeCount()).isEqualTo(before);
  }

  @Test
  void aWorkloadThatDoesNotFitStartsNothing() {
    RuntimeSpec vectors = SPEC.with(spec -> spec.chip = new Chip(1, 0, 1));
    assertThatThrownBy(() -> DispatchRun.of(vectors, CUBES))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RuntimeSpec hasty(Consumer<SpecChanges> changes) {
    return SPEC.with(
            spec -> {
              spec.timeLimitNs = 250 * MILLISECOND_NS;
              spec.exitLimitNs = 250 * MILLISECOND_NS;
            })
        .with(changes);
  }
}
