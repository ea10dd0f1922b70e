/**
 * From a scenario to a run of the real runtime, and from the run to its recording: in memory, and
 * in a file.
 */
package io.ackfin.crosscheck.real;
