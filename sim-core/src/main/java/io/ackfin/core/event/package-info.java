/**
 * The discrete-event kernel. One thread runs one {@link io.ackfin.core.event.Simulator}; nothing in
 * this package may be shared between threads.
 *
 * <p>The rule of order. Events run in the total order (tick, {@link io.ackfin.core.event.Phase},
 * owner rank, sequence):
 *
 * <ul>
 *   <li>the tick is a picosecond and never decreases;
 *   <li>within a tick the phases run in the order of their declaration;
 *   <li>within a phase the owner with the smaller rank goes first; the rank is fixed when the model
 *       is wired, so it does not depend on who was scheduled earlier;
 *   <li>events of one owner in one phase run in the order in which they were scheduled.
 * </ul>
 *
 * <p>An event that runs may schedule for its own tick. If the new event comes earlier in the order
 * than the running one (an earlier phase, a smaller rank), it runs next: a tick is finished when
 * nothing is pending for it.
 *
 * <p>The rule of ownership. An event is created once, while the model is wired, and is scheduled
 * again for ever; scheduling allocates nothing. Trace listeners watch and may not change the run.
 */
package io.ackfin.core.event;
