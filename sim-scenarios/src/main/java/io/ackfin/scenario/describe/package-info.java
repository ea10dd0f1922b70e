/**
 * What {@code ackfin describe} prints, as data: tables whose rows come from the declarations of the
 * parameters, so that a new parameter is described by having been declared.
 *
 * <p>Only the constants of the protocol's enums carry no text of their own; {@link
 * io.ackfin.scenario.describe.Meaning} holds it, and does not compile while one is missing.
 */
package io.ackfin.scenario.describe;
