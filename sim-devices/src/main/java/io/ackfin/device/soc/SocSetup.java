package io.ackfin.device.soc;

import io.ackfin.core.random.KeyedRandom;
import io.ackfin.device.aicpu.DispatchPolicy;
import io.ackfin.device.aicpu.SubtaskRecords;
import io.ackfin.handshake.Protocol;
import io.ackfin.protocol.HandshakeListener;
import io.ackfin.workload.TaskGraph;

/**
 * What a chip is built for.
 *
 * @param spec its parameters
 * @param protocol the handshake, its start-up included
 * @param policy where tasks may go
 * @param graph the workload
 * @param random draws of this run
 * @param listener told what happens in the handshake
 * @param records what scheduler threads remember of dispatches in flight
 * @param accesses told of every access that changes something; null if nobody listens
 * @param parking whether polls that find nothing are left out, which changes no result but the
 *     number of events
 */
public record SocSetup(
    SocSpec spec,
    Protocol protocol,
    DispatchPolicy policy,
    TaskGraph graph,
    KeyedRandom random,
    HandshakeListener listener,
    SubtaskRecords records,
    AccessListener accesses,
    boolean parking) {

  /** A setup with the records as they should be, whose accesses nobody listens to; it parks. */
  public static SocSetup of(
      SocSpec spec,
      Protocol protocol,
      DispatchPolicy policy,
      TaskGraph graph,
      KeyedRandom random,
      HandshakeListener listener) {
    SubtaskRecords records = SubtaskRecords.forCores(spec.cores());
    return new SocSetup(
        spec,
        protocol.startingBy(spec.startup()),
        policy,
        graph,
        random,
        listener,
        records,
        null,
        true);
  }

  /** This setup with other records. */
  public SocSetup remembering(SubtaskRecords others) {
    return new SocSetup(spec, protocol, policy, graph, random, listener, others, accesses, parking);
  }

  /** This setup with somebody who is told of every access. */
  public SocSetup tellingAccesses(AccessListener to) {
    return new SocSetup(spec, protocol, policy, graph, random, listener, records, to, parking);
  }

  /** This setup, with parking or with every poll an event. */
  public SocSetup parking(boolean parks) {
    return new SocSetup(spec, protocol, policy, graph, random, listener, records, accesses, parks);
  }
}
