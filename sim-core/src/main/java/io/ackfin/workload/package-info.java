/**
 * What the chip is given to do: tasks, what they need, how long their kernels take, and which task
 * waits for which.
 *
 * <p><b>Tasks and subtasks.</b> A task is a set of up to three subtasks that run on different cores
 * of one cluster: AIC, AIV0 and AIV1, the bits of its active mask. A subtask is one kernel. Tasks
 * are numbered in submission order; subtasks are numbered through all tasks, within a task in the
 * order AIC, AIV0, AIV1 of the bits that are set.
 *
 * <p><b>Rule of order.</b> A producer is submitted before its consumers. A {@link
 * io.ackfin.workload.TaskGraph} therefore has no cycle by construction. Only a list of named tasks
 * may refer forward; it is put into submission order, or refused, before a graph exists.
 *
 * <p><b>Rule of durations.</b> A kernel's duration is whole picoseconds and is drawn when the graph
 * is built, from one number in (0, 1) keyed by the task and the subslot, through the inverse of its
 * distribution function and {@link StrictMath}. It depends on nothing that happens during the run.
 *
 * <p><b>Kernel ids.</b> A number that names the kernel's code in records. Where a source of tasks
 * has no kernels of its own, the id is the subslot's position.
 *
 * <p>Everything here is immutable once built and may be read from any thread. This package imports
 * the protocol's words, time, randomness and the declaration of parameters, and no device.
 */
package io.ackfin.workload;
