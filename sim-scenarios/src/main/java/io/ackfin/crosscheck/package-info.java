/**
 * Holds the simulator and the real runtime against each other.
 *
 * <p><b>Rule of two sides.</b> This package and those under it are the only ones that see both
 * sides. What a run of the runtime did is taken from its {@link io.ackfin.runtime.record.Recording}
 * alone, never from what the runtime says about itself; a fault that was built into a run is known
 * to whoever ran it, and to no check.
 *
 * <p><b>Rule of counting.</b> Every check says how much it compared. A check that compared nothing
 * has found nothing out, and a cross-check that compared nothing fails.
 */
package io.ackfin.crosscheck;
