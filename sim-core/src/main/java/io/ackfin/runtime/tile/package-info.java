/**
 * Runs tile programs for real: on one thread, and on two, of which one moves data and the other
 * computes.
 *
 * <p><b>Rule of equal results.</b> All engines and kernels give the same floats: every product is
 * rounded before it is added, sums run over k in ascending order and begin at +0, nothing is fused.
 * ReLU gives +0 for what is below it and for -0, and keeps what is no number. (Which bits a result
 * that is no number has, the language leaves open; they count as equal.)
 *
 * <p><b>Rule of two threads.</b> The caller's thread is the DMA thread: it carries out LOADs and
 * STOREs in the program's order and hands EXECs to the compute thread, which carries them out in
 * that order. Work items go one way and the completed accumulators that a STORE waits for go the
 * other, each through a {@link io.ackfin.runtime.ring.SpscRing}. A work item carries everything, so
 * that the threads share nothing else but the arena:
 *
 * <ul>
 *   <li>A LOAD waits while an EXEC that was handed over and is not done reads or writes a byte of
 *       its destination. There are never more of those than the ring holds, and the one that is
 *       being carried out.
 *   <li>A STORE waits for its own accumulator, in whichever order accumulators are completed. The
 *       EXEC that completes it is the last one before the STORE that has its address: addresses are
 *       used again, so it is found by one pass over the program from its end.
 *   <li>Whenever the DMA thread waits it takes notifications out of their ring, so the compute
 *       thread never waits for long to put one in, and every valid program ends.
 * </ul>
 *
 * <p><b>Rule of ends.</b> A program is checked before anything runs. A failure of either thread, an
 * interrupt of the caller, and a wait that exceeds its limit end the run on both threads and reach
 * the caller with their cause; the compute thread stays, and serves the next run.
 */
package io.ackfin.runtime.tile;
