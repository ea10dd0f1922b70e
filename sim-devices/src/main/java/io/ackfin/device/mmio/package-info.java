/**
 * Registers of the cores and the bus to them. A store is posted: it costs its thread the issue and
 * arrives later, in order per thread; a load is serial within its thread and its value is that of
 * its middle.
 */
package io.ackfin.device.mmio;
