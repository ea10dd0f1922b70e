package io.ackfin.output;

import io.ackfin.handshake.Location;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.protocol.DispatchId;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.StoreOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A bounded system in words, with the names that the options of {@code verify} have. */
public final class SystemText {
  // Nearer to the reserved ids than any system has dispatches: the counter was sent there to wrap.
  private static final int NEAR = 16;

  private SystemText() {}

  /** The handshake and the size of what was explored, on one line. */
  static String title(BoundedSystem system) {
    Protocol protocol = system.protocol();
    return protocol.variant()
        + named(" without ", protocol.without())
        + named(" with ", protocol.with())
        + named(" with the fault ", protocol.faults())
        + ", "
        + counted(system.tasks(), "task")
        + " "
        + system.shapes().stream().map(ResourceShape::name).collect(Collectors.joining(", "))
        + " on aic="
        + system.cubes()
        + ",aiv="
        + system.vectors()
        + ", "
        + counted(system.threads(), "thread");
  }

  /** Everything else that was chosen, a few words each. */
  static List<String> choices(BoundedSystem system) {
    List<String> choices = new ArrayList<>();
    choices.add("start-up " + system.protocol().startup());
    choices.add("placement " + system.placement());
    choices.add("dispatch " + system.paths());
    choices.add("memory " + system.memory().mode() + passing(system.memory()));
    addIf(!hasBarrier(system), "no barrier before the DMB store", choices);
    choices.add("shutdown " + system.shutdown());
    addIds(system.protocol().ids(), choices);
    addIf(system.anyCore(), "tasks go to any core with room", choices);
    addIf(system.outputPosted(), "kernel output posted", choices);
    addIf(system.kernelSync() != KernelSync.NONE, "kernel-sync " + system.kernelSync(), choices);
    addIf(system.handOver(), "cores may change hands", choices);
    addIf(system.gated(), "task 2 gated on task 1", choices);
    return choices;
  }

  /** The places whose stores may pass others, by the names of the command line. */
  static List<String> movable(StoreOrder memory) {
    return memory.movable().stream().map(SystemText::label).toList();
  }

  /** The name of a place on the command line. */
  public static String label(Location place) {
    return place.name().toLowerCase(Locale.ROOT);
  }

  static boolean hasBarrier(BoundedSystem system) {
    return !system.protocol().without().contains(Protection.STORE_ORDER);
  }

  private static String passing(StoreOrder memory) {
    return memory.movable().isEmpty() ? "" : ":" + String.join(",", movable(memory));
  }

  private static void addIds(DispatchId ids, List<String> choices) {
    addIf(ids.modulus() != 0, "dispatch ids modulo " + ids.modulus(), choices);
    if (ids.start() != DispatchId.FIRST) {
      int before = DispatchId.RESERVED - ids.start();
      String near = before <= NEAR ? ", " + before + " before the reserved block" : "";
      choices.add(String.format(Locale.ROOT, "first id 0x%X%s", ids.start(), near));
    }
  }

  private static void addIf(boolean chosen, String words, List<String> choices) {
    if (chosen) {
      choices.add(words);
    }
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String named(String before, Collection<?> constants) {
    return constants.isEmpty()
        ? ""
        : constants.stream().map(Object::toString).collect(Collectors.joining(", ", before, ""));
  }
}
