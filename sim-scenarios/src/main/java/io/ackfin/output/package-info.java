/**
 * What people and scripts get of a run or an exploration: the files of its folder, the JSON on
 * standard output, the screen after it.
 *
 * <p><b>Rule of the figures.</b> A time is a decimal number of nanoseconds, exact to the
 * picosecond, never in exponent form; a share is rounded to six decimals. A figure that was not
 * measured is null or absent, never 0. Text and numbers are the same in every locale. Points in
 * time count from the begin of the simulation, as in its timeline; the makespan and the end of the
 * last kernel count from the first submission.
 *
 * <p><b>Rule of the files.</b> A file is written under a temporary name (its own and {@code .part})
 * beside its place, and all files of a run are moved to their places together, the summary (of an
 * exploration the answer) last: a folder with one is complete. What a killed run leaves behind is
 * recognised by its name.
 *
 * <p><b>Rule of repetition.</b> Equal runs give equal bytes, but for the manifest and for the
 * figures of summary and answer that state how long the computer took and what memory it gave.
 * There is no clock in here: whoever measures passes it in.
 *
 * <p><b>Rule of failures.</b> A folder or file that cannot be written is an {@link
 * io.ackfin.output.OutputException}, whose message names it and says what to do.
 */
package io.ackfin.output;
