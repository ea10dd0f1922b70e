/**
 * What the cross-check is worth: every fault that can be built into the runtime is run until a
 * check finds it, and runs without a fault are run to see that none does.
 *
 * <p><b>Rule.</b> Whoever runs a fault knows it; the checks see a recording and nothing else. A
 * fault that no check can find in some variant is harmless there: the reason is stated, and the
 * runs show it.
 */
package io.ackfin.crosscheck.mutant;
