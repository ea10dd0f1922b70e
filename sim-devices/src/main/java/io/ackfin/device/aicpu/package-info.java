/**
 * Scheduler threads and the orchestrator. Decisions about one core come from the handshake's
 * tables; which task and which core come from queues and the cluster search; this package adds
 * when. A scripted thread walks the same programs and keeps the same books, and is told what a
 * scheduler would decide, and when.
 */
package io.ackfin.device.aicpu;
