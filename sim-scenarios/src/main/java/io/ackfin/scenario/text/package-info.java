/**
 * Text files as trees whose every node knows where it stands.
 *
 * <p><b>Rule of problems.</b> Whatever is wrong with an input is a {@link
 * io.ackfin.scenario.text.Problem}, never an exception that reaches the user, and there is one form
 * for all of them: where (file, line and column from 1), which parameter (a path such as {@code
 * soc.aicpu.schedulers}, or {@code file}, {@code syntax} or {@code text} for what concerns no
 * parameter), what was found, what was expected, and the nearest valid spelling if one is near.
 * Reading goes on behind a problem wherever it can, so that one attempt shows all of them; what a
 * problem made unreadable is a {@link io.ackfin.scenario.text.Node.Refused} that nobody complains
 * about again.
 *
 * <p><b>Rule of values.</b> YAML and JSON give the same trees. A scalar keeps its own spelling and
 * says only whether it is text, a number, a truth value or nothing; what {@code 010}, {@code 1_000}
 * or {@code 1:30} mean is never guessed, it is for the reader of the parameter to accept or refuse
 * the spelling. {@code on}, {@code off}, {@code yes} and {@code no} are text. Aliases, tags and
 * further documents are refused.
 */
package io.ackfin.scenario.text;
