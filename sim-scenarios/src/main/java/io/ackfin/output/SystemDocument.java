package io.ackfin.output;

import io.ackfin.handshake.Protocol;
import io.ackfin.protocol.DispatchId;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.verify.BoundedSystem;
import java.util.Collection;
import java.util.List;

/**
 * A bounded system as JSON states it: each component is the field of its name, in this order, and
 * mostly that of the option of {@code verify} that sets it.
 *
 * @param idModulus how many ids there are; null for the full counter
 * @param firstId the id of a core's first dispatch, before it is narrowed
 * @param movable places whose stores may pass others and be passed; none but in relaxed memory
 * @param barrier whether there is a barrier before the store that publishes a dispatch
 */
record SystemDocument(
    String variant,
    List<String> without,
    List<String> with,
    List<String> fault,
    String startup,
    Integer idModulus,
    int firstId,
    int tasks,
    Cores cores,
    int threads,
    List<String> shapes,
    String placement,
    String dispatch,
    boolean anyCore,
    String memory,
    List<String> movable,
    boolean barrier,
    boolean outputPosted,
    String kernelSync,
    boolean handOver,
    boolean gated,
    String shutdown) {
  /** How many cores of each kind. */
  record Cores(int aic, int aiv) {}

  static SystemDocument of(BoundedSystem system) {
    Protocol protocol = system.protocol();
    DispatchId ids = protocol.ids();
    return new SystemDocument(
        protocol.variant().toString(),
        names(protocol.without()),
        names(protocol.with()),
        names(protocol.faults()),
        protocol.startup().toString(),
        ids.modulus() == 0 ? null : ids.modulus(),
        ids.start(),
        system.tasks(),
        new Cores(system.cubes(), system.vectors()),
        system.threads(),
        system.shapes().stream().map(ResourceShape::name).toList(),
        system.placement().toString(),
        system.paths().toString(),
        system.anyCore(),
        system.memory().mode().toString(),
        SystemText.movable(system.memory()),
        SystemText.hasBarrier(system),
        system.outputPosted(),
        system.kernelSync().toString(),
        system.handOver(),
        system.gated(),
        system.shutdown().toString());
  }

  private static List<String> names(Collection<?> constants) {
    return constants.stream().map(Object::toString).toList();
  }
}
