/**
 * Simulated time: whole picoseconds in a {@code long}, never a floating-point number, so that equal
 * runs are equal to the last digit on every machine.
 */
package io.ackfin.core.time;
