/**
 * The host's memory as the two sides of the handshake share it: registers, payload slots, queues.
 *
 * <p><b>Rule.</b> This is the only package that names an access mode of Java's memory model. Every
 * method says its mode in its name: {@code ...Acquire} loads, {@code ...Release} stores, {@code
 * ...Opaque} is neither but never torn, repeated or left out, {@code ...Plain} is ordinary memory
 * that another access publishes.
 *
 * <p><b>Who writes what.</b> Each cell has one writer at a time. The scheduler that owns a core
 * writes its DMB, its hank.task and its start-up words on the scheduler's side; the core writes its
 * COND and its start-up words. After a fatal error any thread may write exit into any DMB.
 *
 * <p><b>What publishes what.</b>
 *
 * <ul>
 *   <li>A payload slot and hank.task are published by the release store of the id into DMB; the
 *       core's acquire load of that id orders its reads of both behind it. Between hank.task and
 *       DMB stands a full fence, as on the hardware.
 *   <li>A kernel's output, and that the core reads its slot no more, are published by the core's
 *       next release store to COND: FIN, or the ACK that stands in for it.
 *   <li>Cores that change hands take their scheduler's plain state along through the acquire and
 *       release accesses of the meeting.
 * </ul>
 *
 * <p><b>Layout.</b> Every register of every core lies on a cache line of its own, two lines apart
 * because processors prefetch pairs; words that one side writes together at start-up share one.
 */
package io.ackfin.runtime.memory;
