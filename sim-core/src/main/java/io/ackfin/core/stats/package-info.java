/**
 * What a run counts: {@link io.ackfin.core.stats.Counter}, {@link io.ackfin.core.stats.Gauge} (a
 * level over time) and {@link io.ackfin.core.stats.Distribution} (a histogram of durations).
 *
 * <p>The rule of statistics. A device declares each of its statistics once, while the model is
 * wired, in the model's {@link io.ackfin.core.stats.Statistics}; output lists them in the order of
 * declaration. A statistic that exists records: there is no disabled form, and {@code Statistics}
 * never returns null. An owner for whom measuring is optional does not declare the statistic, keeps
 * null in its field, and tests that field as it tests its tracer.
 *
 * <p>A figure that was not measured is empty, never 0. No sum overflows, silently or otherwise:
 * sums are 128 bits wide and rounded once, when a mean is asked for. One thread per model.
 */
package io.ackfin.core.stats;
