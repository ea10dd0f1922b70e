/**
 * A judge for the preset {@code reference}: the same reduced model of the dispatch path, written a
 * second time from its definition.
 *
 * <p><b>Rule.</b> Nothing here uses or imitates the simulator: no class of the event kernel, of the
 * protocol or of a device. It is plain Java with an ordering of its own, so that a mistake would
 * have to be made twice to go unseen.
 *
 * <p><b>The model.</b> Times are whole picoseconds. Cores run one task at a time and have one
 * pending slot; each belongs to one scheduler thread. Threads share nothing but the ready queue, so
 * that each can be followed alone from one look at the queue to the next; the looks are ordered by
 * tick, then by thread number. Of what becomes visible at a tick, a read at that tick sees it. A
 * thread that spends no time between two takes therefore makes both before a thread with a higher
 * number makes one at that tick.
 */
package io.ackfin.reference;
