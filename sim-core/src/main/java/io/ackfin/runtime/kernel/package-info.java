/**
 * What a core runs: kernels that take the host's time in different ways, and the meeting of a
 * task's kernels.
 *
 * <p><b>Rule.</b> A kernel is advanced until it says that it is over. It may keep its thread busy,
 * but never waits for another kernel inside: a kernel that has to wait says so by returning, and is
 * advanced again, so that the core can leave when it is told to exit. A kernel that is busy for
 * long looks now and then whether the run was aborted. What it throws ends the run.
 *
 * <p>A kernel's duration is the workload's, in picoseconds; the host rounds it to nanoseconds. An
 * instance belongs to one core's thread.
 */
package io.ackfin.runtime.kernel;
