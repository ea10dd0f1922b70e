/**
 * Builds a model, runs it and works out the result.
 *
 * <p><b>Rule.</b> Equal input gives an equal result, on any machine, JDK and worker count: no wall
 * clock, no unseeded randomness, no order of a hash. How long a run took is the business of whoever
 * asked for it.
 */
package io.ackfin.run;
