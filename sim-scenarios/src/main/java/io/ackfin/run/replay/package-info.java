/**
 * Runs a way that the explorer found on the simulated devices: the same order of steps, forced.
 *
 * <p><b>Rule.</b> The explorer knows situations and steps; the replay knows devices. It takes from
 * a way only the moves, lets each take effect at a tick of its own, step n at n times {@link
 * io.ackfin.run.replay.Replay#STEP_TICKS}, and then compares: the operation that the device did and
 * the value that it saw must be those that the step names. What the explorer said about the end of
 * the way is not believed: the invariants are watched by the checks that watch every run, over what
 * the devices tell.
 *
 * <p><b>What may happen.</b> A device does what it is told, so the rules of who may do what, and
 * when, stand here once more, in the words of the devices: whose core it is, whether it has room,
 * which store may overtake which, who waits for whom. A move that they do not allow ends the replay
 * as well as a value that differs.
 *
 * <p><b>Where the way ends.</b> An invariant that a step breaks is broken at the last step, in the
 * middle of a run. That nothing can move any more cannot be seen in a step: there the replay goes
 * on by itself, fairly, each core, thread and store in its turn, until the run ends, a whole round
 * changes nothing, or far more rounds have passed than any run of that size takes.
 *
 * <p>Equal ways give equal replays and equal timelines. Single-threaded.
 */
package io.ackfin.run.replay;
