/**
 * The workloads that model and runtime are held against each other on, as a whole.
 *
 * <p><b>Rule of rows.</b> A row is a scenario in text, as a user would write it, so that each can
 * be taken out and run alone. Together they have every variant, every kind of graph, one to three
 * cores of a cluster, every kernel, cores that change hands, ids that wrap around, both paths
 * behind a running task, both placements where they are safe, both start-ups, and the full chip.
 */
package io.ackfin.crosscheck.suite;
