/**
 * The words of the dispatch handshake: what a value in a register means, and the names that every
 * part of Ackfin uses for it.
 *
 * <p><b>Rule.</b> Words are shared, decisions are not. The simulator, the verifier and the real
 * runtime all encode and decode with these classes, so that they cannot differ about a bit; what to
 * do about a decoded word is decided by each of them alone, so that they can be checked against
 * each other. This package imports {@code java.lang} and {@code java.util} only.
 *
 * <p><b>The registers.</b> The control CPU writes a core's DATA_MAIN_BASE (DMB), the core reads it;
 * the core writes its COND, the control CPU reads it. Each register is one cell: a later write
 * overwrites an earlier one whether or not that was read.
 *
 * <p><b>Dispatch ids.</b> A dispatch id is a per-core counter of 31 bits that starts at 1. It names
 * a dispatch on that core, not a task: it only has to differ from its neighbours. On wrap-around it
 * skips the sixteen values from {@code 0x7FFFFFF0} on, some of which are reserved words; sixteen
 * being even, the lowest bit keeps alternating. 0 is a valid id after the wrap.
 */
package io.ackfin.protocol;
