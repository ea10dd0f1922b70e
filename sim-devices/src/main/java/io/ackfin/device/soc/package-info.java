/**
 * The whole chip: every parameter with unit, default and source, the presets, and the one place
 * where devices are wired to one another. Device packages do not import one another: each owns
 * interfaces for the ports that it uses, and only this package binds them.
 *
 * <p>Two chips are made of the same devices. {@link io.ackfin.device.soc.Soc} runs by itself, at
 * its costs. On {@link io.ackfin.device.soc.ScriptedSoc} nothing happens until it is told: that is
 * for schedules that come from elsewhere. Neither has a condition for the other; where they differ,
 * a device has a seam: the pace of a core, the ports of a thread, the fate of a cached copy.
 */
package io.ackfin.device.soc;
