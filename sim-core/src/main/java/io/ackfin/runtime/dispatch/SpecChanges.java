package io.ackfin.runtime.dispatch;

import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.runtime.kernel.KernelKind;

/**
 * A spec being changed: each field is the component of {@link RuntimeSpec} of that name. Lives only
 * while {@link RuntimeSpec#with} applies changes; the new spec checks itself.
 */
public final class SpecChanges {
  public Chip chip;
  public int schedulers;
  public boolean becomesScheduler;
  public Variant variant;
  public Placement placement;
  public PendingDispatch pendingDispatch;
  public int idModulus;
  public Startup startup;
  public Submission submission;
  public int taskWindow;
  public KernelKind kernel;
  public WaitKind waiting;
  public long timeLimitNs;
  public long exitLimitNs;
  public int recordsPerThread;

  SpecChanges(RuntimeSpec from) {
    chip = from.chip();
    schedulers = from.schedulers();
    becomesScheduler = from.becomesScheduler();
    variant = from.variant();
    placement = from.placement();
    pendingDispatch = from.pendingDispatch();
    idModulus = from.idModulus();
    startup = from.startup();
    submission = from.submission();
    taskWindow = from.taskWindow();
    kernel = from.kernel();
    waiting = from.waiting();
    timeLimitNs = from.timeLimitNs();
    exitLimitNs = from.exitLimitNs();
    recordsPerThread = from.recordsPerThread();
  }

  RuntimeSpec spec() {
    return new RuntimeSpec(
        chip,
        schedulers,
        becomesScheduler,
        variant,
        placement,
        pendingDispatch,
        idModulus,
        startup,
        submission,
        taskWindow,
        kernel,
        waiting,
        timeLimitNs,
        exitLimitNs,
        recordsPerThread);
  }
}
