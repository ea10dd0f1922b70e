/**
 * Every order of the handshake's steps, for a bounded system: what holds whatever happens, and the
 * shortest way into what does not.
 *
 * <p><b>Rule.</b> The explorer walks the tables that the simulator walks ({@link
 * io.ackfin.handshake}); it has no second copy of a rule. What it adds is what tables leave to
 * their readers: memory and when a store in it becomes visible, which thread does what next, tasks,
 * placement, kernels that wait for siblings, hand-over, stopping, and the seven invariants.
 *
 * <p><b>One step</b> is one shared access with the local rows behind it. Two situations are the
 * same if everything that decides what may happen, and what the invariants ask about the past, is
 * the same; what is read no more is cleared.
 *
 * <p><b>Ordinals.</b> The n-th dispatch of a core is its ordinal n, from 1. Programs see ids, which
 * may repeat; the explorer carries the ordinal along with every id, payload and record, and judges
 * by it. Programs never see it.
 *
 * <p>Breadth first, so that the first way into a violation is a shortest one. The search goes on
 * behind a violation: the answer holds every invariant that can break, those that break because
 * another one was broken before included. Single-threaded and deterministic; no clock, no hash
 * collections.
 */
package io.ackfin.verify;
