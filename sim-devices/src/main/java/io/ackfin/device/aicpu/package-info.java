/**
 * Scheduler threads and the orchestrator. Decisions about one core come from the handshake's
 * tables; which task and which core come from queues and the cluster search; this package adds
 * when.
 */
package io.ackfin.device.aicpu;
