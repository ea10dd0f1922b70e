/**
 * Randomness without a sequence: a draw is a pure function of what it is for.
 *
 * <p><b>Rule.</b> A draw is named by (seed, stream, task, purpose): which part of the simulator
 * asks, about which item, and what for. Equal names give equal bits on every machine and JDK, in
 * any order and from any thread; so a new component, another order of events or a draw that is no
 * longer made shifts no other draw. Nothing here has state that a draw changes, and nothing else in
 * the simulator makes random numbers.
 *
 * <p>Names are hashed by arithmetic that this package states itself. A name therefore belongs to
 * the results: changing one changes every figure that was drawn under it.
 */
package io.ackfin.core.random;
