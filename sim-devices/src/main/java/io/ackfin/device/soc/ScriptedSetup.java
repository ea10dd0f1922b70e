package io.ackfin.device.soc;

import io.ackfin.handshake.Protocol;
import io.ackfin.protocol.HandshakeListener;
import io.ackfin.workload.TaskGraph;
import java.util.List;

/**
 * What a scripted chip is built for.
 *
 * @param layout its cores
 * @param protocol the handshake, its start-up included
 * @param graph the workload, submitted at once
 * @param threads the names of the threads that write to cores, schedulers or not
 * @param output when the output of a kernel is visible
 * @param listener told what happens in the handshake, arrivals of stores included
 * @param rowTime how long a row of a thread looks in the trace, in ticks
 */
public record ScriptedSetup(
    ScriptedLayout layout,
    Protocol protocol,
    TaskGraph graph,
    List<String> threads,
    Output output,
    HandshakeListener listener,
    long rowTime) {

  /** When the output of a kernel becomes visible. */
  public enum Output {
    /** When the core publishes it. */
    PUBLISHED,
    /** When the kernel ends: there is no row that publishes it. */
    AT_END,
    /** When it is told to, after the kernel's end. */
    POSTED
  }

  public ScriptedSetup {
    threads = List.copyOf(threads);
  }
}
