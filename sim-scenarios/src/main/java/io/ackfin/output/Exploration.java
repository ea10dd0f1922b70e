package io.ackfin.output;

import io.ackfin.verify.Answer;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.ExplorerOptions;

/**
 * An exploration that has ended: what was explored, how, what it found and how long it took.
 *
 * @param system what was explored
 * @param options how, and how far
 * @param answer what it found
 * @param wall how long the computer took
 */
public record Exploration(
    BoundedSystem system, ExplorerOptions options, Answer answer, WallTime wall) {}
