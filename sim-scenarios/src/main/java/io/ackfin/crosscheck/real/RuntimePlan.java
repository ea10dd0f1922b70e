package io.ackfin.crosscheck.real;

import io.ackfin.device.aicpu.DispatchPolicy;
import io.ackfin.handshake.Protocol;
import io.ackfin.runtime.dispatch.RuntimeSpec;
import io.ackfin.workload.TaskGraph;

/**
 * What is run for real, and what it is held against. Immutable; any thread.
 *
 * @param name what reports call it
 * @param spec how the runtime runs it
 * @param graph the tasks, the same object on both sides
 * @param protocol the handshake that the runtime claims to follow, its additions included
 * @param policy where the model would place tasks
 */
public record RuntimePlan(
    String name, RuntimeSpec spec, TaskGraph graph, Protocol protocol, DispatchPolicy policy) {}
