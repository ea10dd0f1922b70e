/**
 * The time of the real runtime against the time that the simulator predicts for the same workload
 * with this host's calibrated costs.
 *
 * <p><b>Rule of comparability.</b> Times are compared only where every thread that spins has a
 * processor of its own: schedulers, cores, and an orchestrator that submits while they run; where
 * kernels spin for as long as the workload says, and waits spin, too; and while the host is the one
 * that was calibrated: on a virtual machine two processors may come to lie further apart. Anything
 * else is reported as not comparable, never as agreement ({@link
 * io.ackfin.crosscheck.timing.Comparability}).
 *
 * <p><b>Rule of measuring.</b> Timed runs are not recorded, since recording takes time itself. Runs
 * before them warm the code up. Of the runs the quickest fifth counts: a host may begin a run with
 * both threads on one processor though another one is idle, and take tens of milliseconds to part
 * them, which no model of the handshake can foretell. Of single times the middle half counts, so
 * that a thread that lost its processor for a moment does not; both sides are reduced by the same
 * code ({@link io.ackfin.crosscheck.timing.Timeline}).
 */
package io.ackfin.crosscheck.timing;
