package io.ackfin.runtime.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("unit")
@Timeout(30)
class AgentLoopTest {
  private static final long FOREVER = Long.MAX_VALUE;

  private final RunControl control = new RunControl(1);
  private final List<String> calls = new ArrayList<>();

  private final class Scripted implements Agent {
    private final IntSupplier work;

    Scripted(IntSupplier work) {
      this.work = work;
    }

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public void onStart() {
      calls.add("start");
    }

    @Override
    public int doWork() {
      calls.add("work");
      return work.getAsInt();
    }

    @Override
    public void onAbort() {
      calls.add("abort");
    }

    @Override
    public void onClose() {
      calls.add("close");
    }

    @Override
    public String waitsFor() {
      return "a miracle";
    }
  }

  private static final class CountingIdle implements IdleStrategy {
    private int idles;
    private int resets;

    @Override
    public void idle() {
      idles++;
    }

    @Override
    public void reset() {
      resets++;
    }
  }

  private void run(IntSupplier work, IdleStrategy idle, AgentLoop.Limits limits) {
    new AgentLoop(new Scripted(work), 0, control, idle, limits, () -> 0).run();
  }

  @Test
  void stepsUntilDoneAndIdlesOnlyWhenNothingWasDone() {
    CountingIdle idle = new CountingIdle();
    int[] script = {3, 0, 0, 1, Agent.DONE};
    int[] at = {0};
    run(() -> script[at[0]++], idle, new AgentLoop.Limits(FOREVER, 0));
    assertThat(calls).containsExactly("start", "work", "work", "work", "work", "work", "close");
    assertThat(idle.idles).isEqualTo(2);
    assertThat(idle.resets).isEqualTo(2);
    assertThat(control.aborted()).isFalse();
    assertThat(control.hasEnded(0)).isTrue();
  }

  @Test
  void whatAnAgentThrowsAbortsTheRunAndTellsTheOthersOnce() {
    IllegalStateException broken = new IllegalStateException("broken");
    run(
        () -> {
          throw broken;
        },
        new CountingIdle(),
        new AgentLoop.Limits(FOREVER, 0));
    assertThat(calls).containsExactly("start", "work", "abort", "close");
    assertThat(control.failure()).isEqualTo(new RunControl.Failure("scripted", broken));
    assertThat(control.hasEnded(0)).isTrue();
  }

  @Test
  void aFailureAfterAnotherIsAttachedToItAndTellsNobody() {
    IllegalStateException first = new IllegalStateException("first");
    IllegalStateException second = new IllegalStateException("second");
    run(
        () -> {
          control.abort("somebody", first);
          throw second;
        },
        new CountingIdle(),
        new AgentLoop.Limits(FOREVER, 0));
    assertThat(calls).doesNotContain("abort");
    assertThat(control.failure().who()).isEqualTo("somebody");
    assertThat(first.getSuppressed()).containsExactly(second);
  }

  @Test
  void anAbortedRunEndsTheAgentBeforeItsNextStep() {
    control.abort("somebody", new IllegalStateException("broken"));
    run(() -> 1, new CountingIdle(), new AgentLoop.Limits(FOREVER, 0));
    assertThat(calls).containsExactly("start", "close");
  }

  @Test
  void anAgentThatMayGoOnAfterAnAbortDoesSoUntilItsLimit() {
    control.abort("somebody", new IllegalStateException("broken"));
    run(() -> 0, new CountingIdle(), new AgentLoop.Limits(FOREVER, 1_000));
    assertThat(control.failure().cause().getSuppressed()[0]).isInstanceOf(WaitLimitException.class);
  }

  @Test
  void noProgressEndsTheRunAndSaysWhoWaitsForWhat() {
    run(() -> 0, new CountingIdle(), new AgentLoop.Limits(1_000_000, 0));
    assertThat(control.failure().cause())
        .isInstanceOf(WaitLimitException.class)
        .hasMessage("scripted waited for a miracle (expected: within 1,000 us)");
  }

  @Test
  void progressOfOthersKeepsAnIdleAgentAlive() {
    int[] progress = {0};
    int[] idles = {0};
    IntSupplier work = () -> idles[0]++ < 10_000 ? 0 : Agent.DONE;
    new AgentLoop(
            new Scripted(work),
            0,
            control,
            new CountingIdle(),
            new AgentLoop.Limits(1, 0),
            () -> progress[0]++)
        .run();
    assertThat(control.aborted()).isFalse();
  }

  @Test
  void anInterruptIsAFailureThatSaysWhatWasWaitedFor() {
    run(
        () -> {
          Thread.currentThread().interrupt();
          return 0;
        },
        new CountingIdle(),
        new AgentLoop.Limits(FOREVER, 0));
    assertThat(control.failure().cause())
        .isInstanceOf(InterruptedWaitException.class)
        .hasMessage("scripted was interrupted while it waited for a miracle");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void anAgentThatIsNeverIdleSeesItsInterruptToo() {
    int[] steps = {0};
    run(
        () -> {
          Thread.currentThread().interrupt();
          return steps[0]++ < 1_000 ? 1 : Agent.DONE;
        },
        new CountingIdle(),
        new AgentLoop.Limits(FOREVER, 0));
    assertThat(Thread.interrupted()).as("still set").isFalse();
    assertThat(control.failure().cause())
        .isInstanceOf(InterruptedWaitException.class)
        .hasMessage("scripted was interrupted");
  }

  /** Whoever does not answer an exit would otherwise delay the end of the run one by one. */
  @Test
  void whatIsWaitedForTogetherSharesOneLimit() {
    Agent agent = new Scripted(() -> 0);
    CountingIdle idle = new CountingIdle();
    BoundedWait wait = new BoundedWait(agent, control, idle);
    wait.begin(20_000_000, () -> "rain", false);
    assertThatThrownBy(() -> waitForEver(wait)).hasMessageContaining("rain");
    int before = idle.idles;
    wait.alsoFor(() -> "snow");
    assertThatThrownBy(() -> waitForEver(wait))
        .hasMessage("scripted waited for snow (expected: within 20,000 us)");
    assertThat(idle.idles - before).isLessThan(100);
  }

  private static void waitForEver(BoundedWait wait) {
    while (true) {
      wait.goesOn();
    }
  }

  @Test
  void aBoundedWaitEndsOnAbortOnInterruptAndAtItsLimit() {
    Agent agent = new Scripted(() -> 0);
    BoundedWait wait = new BoundedWait(agent, control, new CountingIdle());
    wait.begin(FOREVER, () -> "rain", true);
    assertThat(wait.goesOn()).isTrue();
    Thread.currentThread().interrupt();
    assertThatThrownBy(wait::goesOn)
        .isInstanceOf(InterruptedWaitException.class)
        .hasMessage("scripted was interrupted while it waited for rain");
    wait.begin(1, () -> "rain", true);
    assertThatThrownBy(
            () -> {
              while (true) {
                wait.goesOn();
              }
            })
        .isInstanceOf(WaitLimitException.class)
        .hasMessageStartingWith("scripted waited for rain");
    control.abort("somebody", new IllegalStateException("broken"));
    wait.begin(FOREVER, () -> "rain", true);
    assertThat(wait.goesOn()).isFalse();
    wait.begin(FOREVER, () -> "rain", false);
    assertThat(wait.goesOn()).isTrue();
  }

  @Test
  void waitingIsChosenByTheProcessorsThatThereAre() {
    assertThat(WaitKind.forThreads(2, 2)).isEqualTo(WaitKind.SPIN);
    assertThat(WaitKind.forThreads(3, 2)).isEqualTo(WaitKind.YIELD);
    assertThat(WaitKind.forThreads(4, 2)).isEqualTo(WaitKind.YIELD);
    assertThat(WaitKind.forThreads(5, 2)).isEqualTo(WaitKind.PARK);
  }
}
