/**
 * Measures what the parts of the runtime cost on this host. Each probe runs the runtime's own code
 * of its part, apart from any run: accesses through a register port in a loop, a handover between
 * two threads, a loop's turns, a core or a scheduler whose other side is a driver. The probes of
 * what only the dispatch package can reach lie there.
 *
 * <p><b>Rule of parts.</b> No probe measures how long a run takes, nor the time from one kernel to
 * the next of a core with its scheduler: that is what a model makes of the parts, and what it is
 * then held against.
 *
 * <p><b>Rule of values.</b> A value is a mean: of a loop's turns or, where single events are timed
 * with the clock, of the middle half of them ({@link io.ackfin.runtime.probe.Middle}). A time
 * between two readings of the clock holds the cost of one reading, as it does in a run.
 *
 * <p><b>Rule of ends.</b> Every wait of a probe ends after some seconds, with a message. A probe
 * that has returned or failed has left no thread behind, unless its message says so.
 */
package io.ackfin.runtime.probe;
