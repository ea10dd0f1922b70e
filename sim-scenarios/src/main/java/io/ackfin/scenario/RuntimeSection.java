package io.ackfin.scenario;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.scenario.bind.Key;
import java.util.Optional;

/** How the workload is run for real, by threads of this host; a simulation uses none of it. */
public record RuntimeSection(
    @Parameter("what a kernel does until its duration is over") Kernel kernel,
    @Parameter(
            "how threads wait; without it, spin if every thread has a processor of its own, else"
                + " yield")
        @Key("wait")
        Optional<Wait> waiting,
    @Parameter("when tasks are submitted") Submission submission) {

  /** What a kernel does until its duration is over. */
  public enum Kernel {
    /** Keeps its processor busy. */
    SPIN("spin"),
    /** Leaves its processor free. */
    YIELD("yield"),
    /** Multiplies matrices, as often as fits its duration, at least once. */
    TILE("tile"),
    /** Nothing: it is over at once, whatever its duration. */
    NOOP("noop");

    private final String label;

    Kernel(String label) {
      this.label = label;
    }

    /** The name in files. */
    @Override
    public String toString() {
      return label;
    }
  }

  /** How a thread waits. */
  public enum Wait {
    /** It looks again at once. */
    SPIN("spin"),
    /** After some looks it lets others run before each further one. */
    YIELD("yield"),
    /** After some yields it sleeps for ever longer. */
    PARK("park");

    private final String label;

    Wait(String label) {
      this.label = label;
    }

    /** The name in files. */
    @Override
    public String toString() {
      return label;
    }
  }

  /** When tasks are submitted. */
  public enum Submission {
    /** By a thread of its own, while the schedulers run. */
    LIVE("live"),
    /** All before the schedulers begin. */
    PRELOADED("preloaded");

    private final String label;

    Submission(String label) {
      this.label = label;
    }

    /** The name in files. */
    @Override
    public String toString() {
      return label;
    }
  }

  /** Kernels that spin, tasks submitted meanwhile, waits chosen by the number of processors. */
  static RuntimeSection defaults() {
    return new RuntimeSection(Kernel.SPIN, Optional.empty(), Submission.LIVE);
  }
}
