package io.ackfin.device.aicpu;

/**
 * What an access costs a scheduler thread, in ticks.
 *
 * @param registerLoad one load of a register, start to end; its value is that of the middle
 * @param registerStore the issue of a store to a register
 * @param flagLoad one load of a flag in ordinary memory
 * @param changedWord how long a load keeps a thread on top of it that finds a new word to act on
 * @param loadDrainsStores whether a register load starts only when the thread's stores arrived
 */
public record AccessCosts(
    long registerLoad,
    long registerStore,
    long flagLoad,
    long changedWord,
    boolean loadDrainsStores) {}
