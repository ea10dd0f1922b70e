package io.ackfin.crosscheck.real;

import io.ackfin.runtime.record.Recording;

/**
 * One run of the runtime, as its recording shows it. Immutable; any thread.
 *
 * @param plan what was run
 * @param recording what its threads recorded
 * @param finished whether it ended without a failure
 * @param why what ended it otherwise, empty if it finished
 */
public record RecordedRun(RuntimePlan plan, Recording recording, boolean finished, String why) {}
