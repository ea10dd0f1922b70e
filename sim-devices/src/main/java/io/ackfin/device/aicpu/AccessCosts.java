package io.ackfin.device.aicpu;

/**
 * What an access costs a scheduler thread, in ticks.
 *
 * @param registerLoad one load of a register, start to end; its value is that of the middle
 * @param registerStore the issue of a store to a register
 * @param flagLoad one load of a flag in ordinary memory
 * @param loadDrainsStores whether a register load starts only when the thread's stores arrived
 */
public record AccessCosts(
    long registerLoad, long registerStore, long flagLoad, boolean loadDrainsStores) {}
