/**
 * Rows of the reference model: parameters of a reduced dispatch path, defined to the picosecond,
 * and the figures on which independent programs agree. A row is one line of a CSV file whose header
 * names the columns; a file without a header has the columns of the published table.
 *
 * <p><b>Rule.</b> Parameters that a row does not give are those of the preset {@code reference}. A
 * figure that a row does not give is not compared; a row without any figure is an error, since it
 * would agree with everything.
 */
package io.ackfin.scenario.reference;
