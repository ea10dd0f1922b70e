/**
 * The real thing: the dispatch handshake executed by threads of this host.
 *
 * <p><b>Rule.</b> The runtime is what the model is checked against, so it uses nothing of the
 * model: the words of {@code protocol}, the tasks of {@code workload}, the language, and itself.
 * What is decided here is decided by code of its own.
 */
package io.ackfin.runtime;
