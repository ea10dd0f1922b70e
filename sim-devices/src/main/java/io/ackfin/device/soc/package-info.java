/**
 * The whole chip: every parameter with unit, default and source, the presets, and the one place
 * where devices are wired to one another. Device packages do not import one another: each owns
 * interfaces for the ports that it uses, and only this package binds them.
 */
package io.ackfin.device.soc;
