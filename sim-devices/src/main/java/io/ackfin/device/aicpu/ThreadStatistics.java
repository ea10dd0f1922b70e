package io.ackfin.device.aicpu;

import java.util.function.ToLongFunction;

/**
 * What one scheduler thread has done.
 *
 * @param loads loads of COND to poll, to look and to guard; those of the exit are not counted
 * @param guardLoads those of the guard
 * @param ticks the time spent on an activity
 */
public record ThreadStatistics(long loads, long guardLoads, ToLongFunction<Activity> ticks) {}
