/**
 * The dispatch handshake without time: what a core and a scheduler thread do next, as tables that
 * the simulator, the verifier and the cross-check all read.
 *
 * <p><b>Rule.</b> This package knows {@code java.lang}, {@code java.util} and the protocol's words;
 * no time, no kernel, no trace, no thread, no library. It says <i>what</i>; a reader says
 * <i>when</i> (a device), <i>in which order</i> (the verifier) or <i>whether it is possible</i>
 * (the cross-check).
 *
 * <p><b>A program never touches memory.</b> A program's state is one packed {@code long}. {@code
 * access(tables, state)} is what it wants next: a kind, a {@link io.ackfin.handshake.Location} and
 * a value ({@link io.ackfin.handshake.Access}). The reader performs that and hands back what was
 * seen; {@code after(tables, state, seen)} is the next state. An equal state means that the program
 * waits. Every wait is one row that names all its exits.
 *
 * <p><b>One step</b> is one shared access together with all local rows that follow it; the choice
 * that begins a program belongs to its first step. Applying a completion case folds into the read
 * of COND.
 *
 * <p><b>The core's program.</b> Poll DMB until it holds a new id or exit; invalidate the cached
 * lines; learn the payload's address, always before the ACK; write ACK; run the kernel, whose
 * payload is read until it ends; publish its output; look at DMB again and write FIN unless a new
 * dispatch already waits there, whose ACK then says it.
 *
 * <p><b>The scheduler's programs</b>, one core at a time: <i>dispatch</i> (build the payload;
 * behind a running task wait until COND shows that task's id, since until then hank.task and DMB
 * may still be read for it; store the address; barrier; store the id; barrier), <i>poll</i> (read
 * COND, apply a case), <i>look</i> (may a task be put behind the running one: only at ACK of
 * exactly that one), <i>exit</i>, <i>emergency exit</i>, <i>ring</i> and <i>start-up</i> (store the
 * address; barrier; call the core; when it has reported, open its window and write DMB idle;
 * barrier; say so).
 *
 * <p><b>The book</b> of a core ({@link io.ackfin.handshake.Book}) belongs to the core; the program
 * counter belongs to the thread that walks it, so that another thread can walk the exit rows. Ids
 * are derived from the book's counter and taken at the DMB store; a dispatch that is given up
 * before leaves the book as it was. The records of what runs and waits lie outside in {@code
 * record[core][2]}; the book holds one bit, which of them is the running one.
 *
 * <p><b>A variant is a table; a protection that is switched off, or a fault, is a named edit of
 * rows</b> ({@link io.ackfin.handshake.Edit}), never a condition in a program. What a missing
 * protection violates, or why it is harmless, is declared per variant and memory mode ({@link
 * io.ackfin.handshake.Consequences}).
 *
 * <p><b>Early staging</b> lets a task be dispatched before its producers completed. Such a dispatch
 * is <i>gated</i>, and its payload says so. A core looks at the gate when it has learned the
 * payload's address and before its ACK; if the payload is gated it waits until the doorbell, the
 * upper half of DMB, holds the dispatch's id. That wait is one row: exit in DMB ends it too, before
 * the bell, and without an ACK. A core that would learn the address only after its ACK learns it
 * for the gate first, and once more after the ACK, and the kernel runs with the later one. Without
 * early staging a table has neither gate nor bell.
 *
 * <p><b>The doorbell</b> is rung by whoever completes the last producer, or by whoever published
 * the dispatch and found the producers complete afterwards. A ring is one store of the id to the
 * upper half of DMB; it reads no book and writes none, so any thread may ring, also on a core that
 * another one owns. As a bell keeps its id until the next ring, ids that are counted modulo a small
 * number can find a bell that was rung for an earlier dispatch.
 *
 * <p><b>A gated dispatch that is pending</b> is noted in the book. In the parity variant FIN of the
 * running dispatch is otherwise left to the ACK or FIN of the pending one, but a gated one may wait
 * for just that completion: then FIN completes the running task at once and promotes the gated one,
 * and the pending slot stays closed until a polled ACK of that one. In the other variants FIN
 * counts at once anyway, and the bit changes nothing.
 *
 * <p><b>Exit</b> belongs to the owner of a core, which waits for the answer, within a bound, and
 * closes the core. An <b>emergency exit</b> is one store of exit by any other thread, to a core
 * that its owner may be dispatching to at that moment: no wait, no close, no book. An id may
 * replace it in DMB, so an owner that stops writes exit again after its last dispatch.
 *
 * <p><b>Faults</b> ({@link io.ackfin.handshake.Fault}) are mistakes built in on purpose. They are
 * made last: where a fault and a protection that is off have to do with the same row, the fault
 * stands. A fault whose row a variant does not need changes nothing there.
 *
 * <p><b>Not here:</b> memory and its visibility, time, payload contents, tasks, done masks of
 * tasks, queues, readiness, waits of sibling kernels, hand-over of cores, and the invariants. They
 * belong to the readers.
 */
package io.ackfin.handshake;
