package io.ackfin.device.aicpu;

/**
 * What all scheduler threads of a chip share.
 *
 * @param board how far each task is
 * @param queues the shared ready queues
 * @param records what is remembered of dispatches in flight
 * @param books the cores' books, by the chip's core number
 * @param crew the threads themselves
 * @param log told what happens
 */
public record Workplace(
    TaskBoard board,
    ReadyQueues queues,
    SubtaskRecords records,
    CoreBooks books,
    Crew crew,
    SchedulerLog log) {}
