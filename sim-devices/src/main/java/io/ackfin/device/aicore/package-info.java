/**
 * A compute core. What it does next comes from the handshake's tables; this package adds only when:
 * its costs say so ({@link io.ackfin.device.aicore.AicoreSpec}), or whoever else sets its pace.
 */
package io.ackfin.device.aicore;
