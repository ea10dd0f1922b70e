/**
 * Measures what the parts of the runtime cost on this host, and makes of them the parameters of a
 * chip that costs the same: the preset {@code host}.
 *
 * <p><b>Rule of parts.</b> Only parts are measured ({@link io.ackfin.runtime.probe.Part}): never a
 * run's makespan, nor the gap between two kernels of a core with its scheduler. Those are what the
 * simulator predicts from the parts, and a comparison would mean nothing if they had gone in.
 *
 * <p><b>Rule of rounds.</b> All parts are measured in turn, round after round, on objects made anew
 * in each, so that what happens to the machine meanwhile happens to all of them. A parameter is
 * worked out in every round from that round's parts. Its value is the median over the rounds, its
 * interval holds the true median with 95 % certainty whatever the distribution ({@link
 * io.ackfin.crosscheck.calibration.Estimate}). Rounds before these warm the code up and count for
 * nothing.
 *
 * <p><b>Rule of trust.</b> A calibration cannot be trusted if other work took more than 2 % of a
 * processor in half of its rounds; if a part that the comparison hangs on is known to no better
 * than 10 % and 3 ns either way; or if the round trip of a quarter of the rounds takes half as long
 * again as that of another quarter, since then the host was two machines.
 */
package io.ackfin.crosscheck.calibration;
