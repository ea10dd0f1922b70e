/**
 * From trees to records and back, by what the records themselves declare.
 *
 * <p><b>Rule of declaration.</b> A record component is a parameter. Its name is the key, its type
 * gives kind and unit, its {@link io.ackfin.core.parameter.Parameter} gives meaning, range and
 * source. Nothing is declared a second time here: reading, writing, the JSON schema and the printed
 * descriptions all walk the same {@link io.ackfin.scenario.bind.RecordType}.
 *
 * <p><b>Rule of defaults.</b> An absent key takes the value of the record's basis: the instance
 * that stands in its parent's basis, or else what the record's static {@code defaults()} returns.
 * There is no default anywhere in this package. A {@link io.ackfin.scenario.bind.Basis} may say
 * that a component has to be written out; its value then only stands in after a problem, so that
 * the rest of the input is still looked at.
 *
 * <p><b>Spellings.</b> A time is a decimal number directly followed by a unit (ps, ns, us, ms, s)
 * and a whole number of picoseconds; a number without a unit is refused. A count is decimal digits,
 * with a leading minus where negative values are legal; digits are not grouped, and there are no
 * other bases, because YAML's readers disagree about {@code 1_000} and {@code 010}. A name of an
 * enum constant is what its {@code toString} returns. Where one of several kinds of record can
 * stand, its key {@code kind} says which; a kind with a short form (a plain time is a fixed
 * duration) is written in that form only.
 */
package io.ackfin.scenario.bind;
