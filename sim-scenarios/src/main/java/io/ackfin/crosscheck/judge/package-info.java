/**
 * What a recorded run of the runtime is asked, one class a check: {@code decisions}, {@code
 * registers}, {@code inclusion} and {@code invariants}.
 */
package io.ackfin.crosscheck.judge;
