/**
 * What must hold of every run, one class an invariant, watched over the stream of what happened.
 *
 * <ol>
 *   <li><b>runs-once</b>: every dispatched subtask runs exactly once, with the payload that was
 *       built for it, in dispatch order on its core.
 *   <li><b>completes-once</b>: the scheduler completes every subtask exactly once, and never before
 *       its kernel ended and its output is visible.
 *   <li><b>slot-stable</b>: no payload slot is written from the store that publishes it until the
 *       kernel that reads it ended; building again what was never published is legal.
 *   <li><b>idle-is-idle</b>: a core that its scheduler believes idle is idle.
 *   <li><b>progress</b>: the run ends with every task complete, every thread ended and every core
 *       out of its loop.
 *   <li><b>producers-first</b>: a task runs only after all its producers completed.
 *   <li><b>one-cluster</b>: the subtasks of one task run on different cores of one cluster.
 * </ol>
 *
 * <p><b>Rule.</b> A check sees events and the workload, never a model: the same checks watch the
 * simulator and the real runtime. A check keeps the first violation and counts the others.
 *
 * <p><b>Arrivals.</b> A stream in which stores travel and arrive ({@link
 * io.ackfin.protocol.HandshakeEvent#PAYLOAD_VISIBLE}, {@link
 * io.ackfin.protocol.HandshakeEvent#ID_VISIBLE}) is judged by them: a slot is written, and a
 * dispatch is there to be read, when the store has arrived. In any other stream both are so when
 * the store was made.
 */
package io.ackfin.check;
