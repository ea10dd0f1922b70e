/**
 * A compute core. What it does next comes from the handshake's tables; this package adds only when.
 */
package io.ackfin.device.aicore;
