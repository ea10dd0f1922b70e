package io.ackfin.workload;

import java.util.Optional;

/**
 * What is wrong with one line of an explicit task list, as data: whoever read the list from a file
 * adds the place.
 *
 * @param task the position of the line in the list, from 0
 * @param field the component of {@link TaskLine} that is wrong, as the file spells it
 * @param position which entry of that field, from 0; -1 where the field as a whole is wrong
 * @param message {@code field: value (expected: ...)}
 * @param nearest the existing id that an unknown one resembles most
 */
public record TaskProblem(
    int task, String field, int position, String message, Optional<String> nearest) {}
