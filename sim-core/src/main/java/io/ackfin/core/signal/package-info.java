/**
 * Values that travel: what is written now is seen later. Arrival costs no event; a cell works out
 * what it shows when it is asked, so that a poll that sees nothing new is as cheap as can be, or
 * costs no event either.
 *
 * <p>The rule of parking. A poll that finds nothing finds nothing again until one of its inputs
 * changes. Whoever changes an input says from which tick on that can be seen, at the latest when it
 * happens. A parked poller is therefore resumed by an event at the tick, and with the rank, of the
 * very poll that sees it first; the polls before that are counted by arithmetic. What is seen at
 * which tick does not depend on who is parked.
 */
package io.ackfin.core.signal;
