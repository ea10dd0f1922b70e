/**
 * The command line: one class a verb, registered in {@link io.ackfin.cli.Ackfin}.
 *
 * <p><b>Rule.</b> Results go to standard output, everything else to standard error. With {@code
 * --json} nothing but the machine-readable result is on standard output. Exit codes are those of
 * {@link io.ackfin.cli.ExitCode}. A user's mistake never gives a stack trace; a defect of ours says
 * that it is one and how to report it.
 *
 * <p>This package and no other knows picocli, the clock on the wall and the terminal.
 */
package io.ackfin.cli;
