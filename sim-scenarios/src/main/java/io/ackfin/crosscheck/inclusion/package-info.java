/**
 * Asks of a recorded run whether it is possible: whether the handshake's tables accept it.
 *
 * <p><b>What is recorded.</b> Each actor's own sequence of the accesses by which it went on: every
 * store, every load with what it saw, and the publication of a kernel's output. Reads of a wait
 * that went on, polls that changed no book and barriers are left out; a poll carries the case that
 * was taken; a look at COND counts together with the dispatch that it led to. An entry names the
 * operation, the word and, for a payload, its slot and a number that tells it from others; whoever
 * records need not know the tables. Nothing is ordered by time stamps: they say nothing about when
 * a posted store was seen.
 *
 * <p><b>What is asked.</b> Of each core its own sequence and that of its owners, joined where the
 * core changed hands, must fit into one order in which every entry is what the program of its side
 * wants next (or begins a program that may begin there) and every load sees what its cell holds. A
 * thread walks one program at a time, so between the entries of one program its sequence has none
 * on another core. Exit may come from any thread, once from each, in a run that is stopped. So may
 * a ring of the doorbell, once for each gated dispatch. Order between different cores is not asked
 * for beyond that: which task follows which is an invariant's business.
 *
 * <p><b>Memory.</b> Every cell has one writer: DMB, hank.task, payloads and flags the owners, COND
 * and the core's flags the core. A store is posted: the other side sees it later, at any time, in
 * the order of issue. A barrier orders stores, which this order has anyway, and does not wait.
 * There is no cache: a stale line is not possible.
 *
 * <p><b>Why one pass is enough.</b> Each program's state follows from its own entries alone, so the
 * two sides touch only through what loads see. Let each load see as few of the other side's stores
 * as what it saw and what the loads before it saw allow. In any order that is possible each load
 * sees at least as many, hence stands behind at least the same stores; so all entries keep that
 * order when stores are seen as late as this, and nothing has to be tried twice. What comes from
 * outside has no place in the owners' order: where a core sees an exit or a bell that is not there,
 * it arrived just then, which again makes no store of the owners' visible. Owners store no id after
 * exit, so an exit from outside is never used up where one of theirs would have done and is missed
 * later. A ring from outside is good for every dispatch with its id, which is one unless ids are
 * counted modulo a small number; there the check may let a bell pass that nobody rang again.
 *
 * <p>Where neither side can place its next entry, no order goes further, and that point is
 * reported.
 */
package io.ackfin.crosscheck.inclusion;
