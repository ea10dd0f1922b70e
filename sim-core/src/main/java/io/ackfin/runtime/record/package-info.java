/**
 * What a run of the real runtime leaves behind for a reader: who accessed which register when and
 * with what value, and what was decided.
 *
 * <p><b>Rule of threads.</b> Each thread writes to a {@link io.ackfin.runtime.record.Recorder} of
 * its own, into memory that was allocated before the run; nothing is shared while threads run. The
 * buffers are read after their threads ended. A recorder that is full drops what follows and counts
 * it, so that a reader knows that the record is no whole run.
 *
 * <p><b>Format.</b> A record is four longs:
 *
 * <pre>
 *          63     56 55     48 47            32 31                              0
 *  word 0 |  kind   | detail  |      core      |             value               |
 *  word 1 |  begin: nanoseconds since the run's epoch, before the access         |
 *  word 2 |  end: nanoseconds since the run's epoch, after the access            |
 *  word 3 |  extra: defined per kind                                             |
 * </pre>
 *
 * What detail, value and extra hold stands with each {@link io.ackfin.runtime.record.RecordKind}.
 * Where a kind is no access, begin equals end. Times of one thread never fall; times of different
 * threads come from the same monotonic clock.
 *
 * <p><b>Rule of repetition.</b> Polling would fill any buffer, so equal successive reads fold: of a
 * run of loads by one thread of one register that all gave the same value, or of polls that did and
 * led to nothing, with nothing else recorded by that thread about that core between them, the first
 * is a record of its kind and all others are one REPEAT record behind it, which holds how many
 * there are and the begin and end of the last; after a million of them a new run begins. Loads and
 * polls that saw the same word may take turns, as they do where a thread looks at a core and polls
 * it again and again; each kind has its REPEAT then. A REPEAT lies in the buffer where the second
 * read was made; records about other cores that were made meanwhile may follow it. But for those
 * turns the sequence per core is exact.
 */
package io.ackfin.runtime.record;
