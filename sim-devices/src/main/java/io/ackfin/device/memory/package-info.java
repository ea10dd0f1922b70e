/**
 * Ordinary memory that control CPU and cores share: start-up flags, task words and payload slots.
 * Unlike a register, a line may be cached by the core and a store may be overtaken unless a barrier
 * stands between. Whether a core still sees a copy that it holds is drawn, unless something else is
 * put in that decides.
 */
package io.ackfin.device.memory;
