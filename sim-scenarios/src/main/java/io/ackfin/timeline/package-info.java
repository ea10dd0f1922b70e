/**
 * Timelines as files: what the trace of a run tells, in the format of Chrome's trace events, which
 * Perfetto and chrome://tracing open.
 *
 * <p><b>Rule of the lanes.</b> Every lane of the trace is one thread of the file, every process one
 * process, numbered and sorted in the order of declaration. Spans of a lane never overlap.
 *
 * <p><b>Rule of the times.</b> A time is a decimal number of microseconds that is exact to the
 * picosecond. A viewer that keeps whole nanoseconds multiplies the nearest {@code double} by 1,000
 * and cuts the fraction off; where that makes the end of a span come out one nanosecond after the
 * begin of the next, which such a viewer takes for an overlap and answers by dropping a span, the
 * duration is written a tenth of a picosecond shorter. Rounded to six decimals it is exact again.
 *
 * <p><b>Rule of the flows.</b> An arrow is written when it arrives, its start and its end together:
 * no file holds half of one, and none points back in time.
 *
 * <p>Files are written while the run goes on, in memory that does not grow with the run. Equal
 * traces give equal bytes. Nothing here may change a run: what goes wrong with a file is kept until
 * it is closed.
 */
package io.ackfin.timeline;
