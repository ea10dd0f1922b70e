/**
 * The oracle of the explorer: the same bounded systems, walked with plain maps, lists, enums and
 * records, written to be read and not to be fast.
 *
 * <p><b>Rule.</b> Nothing here may share code with the explorer but the tables of the handshake and
 * the records that say what is explored and what was found; two readings of one text can only
 * disagree where one of them is wrong.
 *
 * <p>A situation is copied, changed by exactly one {@link io.ackfin.verify.Move}, and told apart
 * from others by its text ({@link io.ackfin.verify.naive.SituationKey}), which leaves out whatever
 * nothing asks about any more. A step whose situation has the same text as the one before is a
 * wait: what it breaks counts, but it is no transition.
 *
 * <p>Single-threaded; deterministic.
 */
package io.ackfin.verify.naive;
