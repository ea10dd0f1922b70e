package io.ackfin.verify.suite;

import static io.ackfin.protocol.Invariant.PROGRESS;

import io.ackfin.handshake.Addition;
import io.ackfin.handshake.Fault;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.verify.Shutdown;
import io.ackfin.verify.StoreOrder;
import io.ackfin.verify.SystemBuilder;
import java.util.List;

/** The end at any moment, by the owner or by another thread. */
final class ShutdownRows {
  private static final String OWN_EXIT =
      "an owner ends what it is in and writes exit last, so nothing can replace it";
  private static final String NO_GUARD = "no dispatch waits in this variant, so none can hang";

  private final Rows rows = new Rows("shutdown");

  static List<SuiteRow> all() {
    ShutdownRows shutdown = new ShutdownRows();
    for (Variant variant : Variant.values()) {
      shutdown.of(variant, false);
      shutdown.of(variant, true);
      shutdown.leaving(variant);
    }
    return shutdown.rows.all();
  }

  private void of(Variant variant, boolean guardAbort) {
    Protocol asIs = Rows.protocol(variant);
    Protocol protocol = guardAbort ? asIs.with(Addition.GUARD_ABORT) : asIs;
    String name = variant + (guardAbort ? " with guard-abort" : "");
    for (Shutdown shutdown : List.of(Shutdown.ANY_TIME, Shutdown.EMERGENCY)) {
      add(name + ", " + shutdown, SystemBuilder.of(protocol).shutdown(shutdown), protocol);
      add(
          name + ", " + shutdown + ", siblings that wait for each other",
          SystemBuilder.of(protocol)
              .cores(0, 2)
              .shapes(ResourceShape.AIV_X2)
              .tasks(2)
              .kernelSync(KernelSync.BARRIER)
              .shutdown(shutdown),
          protocol);
    }
    add(
        name + ", emergency, relaxed memory",
        SystemBuilder.of(protocol)
            .memory(StoreOrder.of(MemoryMode.RELAXED))
            .shutdown(Shutdown.EMERGENCY),
        protocol);
    add(
        name + ", emergency, two threads",
        SystemBuilder.of(protocol).cores(2, 0).threads(2).tasks(3).shutdown(Shutdown.EMERGENCY),
        protocol);
  }

  private void add(String name, SystemBuilder system, Protocol protocol) {
    boolean emergency = system.build().shutdown() == Shutdown.EMERGENCY;
    boolean guards = protocol.variant() == Variant.DUAL_SLOT;
    boolean aborts = protocol.with().contains(Addition.GUARD_ABORT);
    if (emergency && guards && !aborts) {
      rows.unsafe(
          name,
          system,
          Rows.breaks(PROGRESS),
          "the core obeys the other thread's exit, and its owner's guard waits for ever for an ACK",
          "let the guard's wait end on stop as well (guard-abort)");
    } else {
      rows.holds(name, system, emergency ? whyEmergency(guards) : OWN_EXIT);
    }
  }

  private static String whyEmergency(boolean guards) {
    return guards
        ? "the guard gives up, and each owner writes exit again after its last dispatch"
        : NO_GUARD + ", and each owner writes exit again after its last dispatch";
  }

  private void leaving(Variant variant) {
    Protocol protocol =
        Rows.protocol(variant).with(Addition.GUARD_ABORT).withFault(Fault.LEAVE_WITHOUT_EXIT);
    rows.add(
        variant + ", emergency, an owner that leaves without exit",
        SystemBuilder.of(protocol).shutdown(Shutdown.EMERGENCY),
        Rows.breaks(PROGRESS),
        "a dispatch replaces the other thread's exit, and nobody writes it again");
    rows.add(
        variant + ", any-time, an owner that leaves without exit",
        SystemBuilder.of(protocol).shutdown(Shutdown.ANY_TIME),
        Rows.breaks(PROGRESS),
        "nobody tells the core to leave");
  }
}
