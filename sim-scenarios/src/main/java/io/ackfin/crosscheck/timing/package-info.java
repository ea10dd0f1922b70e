/**
 * The time of the real runtime against the time that the simulator predicts for the same workload
 * with this host's calibrated costs.
 *
 * <p><b>Rule of comparability.</b> Times are compared only where every thread that spins has a
 * processor of its own. Anything else is reported as not comparable, never as agreement.
 */
package io.ackfin.crosscheck.timing;
