/**
 * The systems that are explored as a matter of course, each with what is expected of it and why:
 * the variants whole; every protection off, alone and in the pairs that matter; memory, ids, gated
 * dispatches, shapes and placements, shutdown, faults.
 *
 * <p><b>Rule.</b> An expectation is a declaration: exploring the system must find exactly the
 * invariants that the row names, no fewer and no more. A row where a choice of the original turns
 * out unsafe names the least change that repairs it, and the row behind it explores that change.
 */
package io.ackfin.verify.suite;
