/**
 * What a recorded run of the runtime is asked.
 *
 * <p><b>Rule of evidence.</b> The checks see the recording, the plan and the model's tables. What
 * they are given of the run's end is whether it finished; a recording in which a thread aborted the
 * run overrules that. A recording that lost records, or that is of another chip or workload than
 * its plan, is refused; one that followed another handshake is full of differences.
 *
 * <p><b>Rule of order.</b> Each lane has its own order. Between lanes only that is certain which a
 * read says about a write, a core's taking about its giving, and a dispatch about its producers.
 * Time stamps decide where nothing else does, and equal ones decide nothing: a clock that hardly
 * ticks changes no verdict.
 *
 * <p><b>decisions.</b> Of every poll: does the model take the word that was seen, with what was
 * running and pending, for the same case? Is what ran and waited before it what the polls and
 * dispatches before it lead to, also across a hand-over? Does what the case completes follow at
 * once, in order, once, with its subtask and id, and with the subslot, kernel and dispatch time
 * that were noted when it was dispatched? Is a task said to be complete with the last of its
 * subtasks? After a difference the run's own belief counts.
 *
 * <p><b>registers.</b> Of every read: could a register with one writer have given that word then?
 * It must have been stored, by a store that had begun when the read ended, and that was not
 * replaced for certain when the read began; and a reader never goes back. A store is posted: it may
 * be seen a little after it has ended ({@link io.ackfin.crosscheck.judge.RegisterCheck#POSTED_NS}).
 * DMB's writer is whoever owns the core; exit may come from any thread of a run that is stopped,
 * and any thread's exit will do. hank.task is stored and read without any order of its own, so no
 * time says when it is seen; it is asked that a core that has read an id finds there no address
 * from before the one that was stored ahead of that id. A run of equal reads is asked about its
 * first and its last.
 *
 * <p><b>inclusion.</b> The recording as entries of {@link io.ackfin.crosscheck.inclusion}, whose
 * rule says what is asked. Four things of the runtime have no row of their own. It starts and ends
 * all cores of a thread side by side: each core's start and exit is put together. The look before a
 * dispatch of the pipeline pass answers the guard, too; by parity nobody looks, because a core with
 * room has shown its ACK. A host has no register window to open: whoever stores the first idle has
 * it open. A kernel that the end of the run cuts short has no end: its core's entries end there,
 * and its owner is taken to have waited for the exit's answer in vain.
 *
 * <p><b>invariants.</b> The recording as events, in an order in which they can have happened, under
 * {@link io.ackfin.check}. A run that an interrupt or a throwing kernel ended is asked nothing
 * about its end; one that was stuck, or that failed of itself, broke {@code progress}.
 */
package io.ackfin.crosscheck.judge;
