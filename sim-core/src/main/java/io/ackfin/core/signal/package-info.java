/**
 * Values that travel: what is written now is seen later. Arrival costs no event; a cell works out
 * what it shows when it is asked, so that a poll that sees nothing new is as cheap as can be.
 */
package io.ackfin.core.signal;
