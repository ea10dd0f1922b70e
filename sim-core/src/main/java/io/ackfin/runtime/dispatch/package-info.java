/**
 * The dispatch handshake, executed: scheduler threads, an orchestrator thread and one thread per
 * compute core, over the host's memory.
 *
 * <p><b>The core.</b> It polls DMB. A value that is neither idle, exit nor the last id is a new
 * dispatch: it reads hank.task and then writes ACK, runs the kernel in the payload, and reads DMB
 * again. If nothing waits there it writes FIN; otherwise it writes nothing (FIN-skip) and the next
 * ACK says that the kernel ended.
 *
 * <p><b>The scheduler.</b> It owns clusters, and of each of their cores knows the running dispatch,
 * the pending one behind it, and which payload slot is next. One read of COND is judged against
 * both, the pending one first:
 *
 * <ul>
 *   <li>A: FIN of the pending one: the running and then the pending subtask are complete; idle.
 *   <li>B: ACK of the pending one: the running subtask is complete; the pending one runs.
 *   <li>C: FIN of the running one, none pending: it is complete; the core is idle.
 *   <li>D: FIN of the running one, one pending: it is complete; the pending one is the running one,
 *       though it has not started.
 *   <li>Anything else: nothing.
 * </ul>
 *
 * With a promotion everything that is known of the dispatch moves along: task, subslot, kernel and
 * time.
 *
 * <p><b>Rule of the guard.</b> hank.task and DMB may be overwritten only after the core took what
 * they held, so a dispatch to a busy core waits until COND shows the running id. That wait also
 * ends when the run is aborted; then nothing was published and nothing has changed. The pipeline
 * pass does not wait: it leaves a core out unless COND is exactly ACK of the running id.
 *
 * <p><b>Variants.</b> With a single slot only idle cores are dispatched to, hank.task is read once
 * at start-up and FIN is always written. With two slots by parity the slot is the id's lowest bit,
 * FIN is always written, FIN of the running one with one pending is nothing (what follows completes
 * both), and instead of the guard every dispatch closes the core's pending slot, which the poll
 * that sees its ACK, or that finds the core idle, opens again.
 *
 * <p><b>Rule of ownership.</b> All that a scheduler knows of a core belongs to the thread that owns
 * the core's cluster. Clusters change hands only while all schedulers meet; what is known of the
 * core goes along unchanged.
 *
 * <p><b>Rule of tasks.</b> A task is ready when it was submitted and all its producers are
 * complete; it is complete when the done mask that its subtasks' bits make is its active mask. Its
 * subtasks run on one cluster, so one thread at a time writes its done mask.
 *
 * <p><b>Rule of ends.</b> When all tasks are complete each scheduler writes exit to its cores and
 * waits, for a bounded time, for their answer. When the run is aborted the thread that aborted it
 * writes exit to every core; each scheduler does so once more for its own after its last dispatch,
 * which may have replaced the first. A core that does not answer keeps its exit.
 *
 * <p><b>Times</b> are nanoseconds of the host's monotonic clock since the run's epoch.
 */
package io.ackfin.runtime.dispatch;
