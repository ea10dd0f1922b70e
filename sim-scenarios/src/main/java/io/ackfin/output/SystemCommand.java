package io.ackfin.output;

import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Startup;
import io.ackfin.protocol.DispatchId;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.Shutdown;
import io.ackfin.verify.StoreOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The command that explores a bounded system; options at their defaults are left out. */
public final class SystemCommand {
  private static final int DEFAULT_TASKS = 4;

  private SystemCommand() {}

  /** The arguments behind {@code ackfin}. */
  public static List<String> arguments(BoundedSystem system) {
    List<String> arguments = new ArrayList<>(List.of("verify"));
    protocol(system.protocol(), arguments);
    memory(system, arguments);
    workload(system, arguments);
    choices(system, arguments);
    return arguments;
  }

  /** The whole command, as it is typed. */
  public static String line(BoundedSystem system) {
    return "ackfin " + String.join(" ", arguments(system));
  }

  private static void protocol(Protocol protocol, List<String> arguments) {
    add("--variant", protocol.variant(), arguments);
    addAll("--without", protocol.without(), arguments);
    addAll("--with", protocol.with(), arguments);
    addAll("--fault", protocol.faults(), arguments);
    if (protocol.startup() != Startup.HANDSHAKE) {
      add("--startup", protocol.startup(), arguments);
    }
    DispatchId ids = protocol.ids();
    if (ids.modulus() != 0) {
      add("--id-modulus", ids.modulus(), arguments);
    }
    if (ids.start() != DispatchId.FIRST) {
      add("--first-id", String.format("0x%X", ids.start()), arguments);
    }
  }

  /** A missing barrier stands for relaxed memory unless another one is asked for. */
  private static void memory(BoundedSystem system, List<String> arguments) {
    StoreOrder memory = system.memory();
    boolean barrier = !system.protocol().without().contains(Protection.STORE_ORDER);
    if (memory.mode() != MemoryMode.IN_ORDER || !barrier) {
      boolean some = !memory.movable().isEmpty() && !memory.movable().equals(StoreOrder.PLACES);
      String places = some ? ":" + String.join(",", SystemText.movable(memory)) : "";
      add("--memory", memory.mode() + places, arguments);
    }
    addIf(system.outputPosted(), "--output-posted", arguments);
  }

  private static void workload(BoundedSystem system, List<String> arguments) {
    if (system.tasks() != DEFAULT_TASKS) {
      add("--tasks", system.tasks(), arguments);
    }
    if (system.cubes() != 1 || system.vectors() != 0) {
      add("--cores", "aic=" + system.cubes() + ",aiv=" + system.vectors(), arguments);
    }
    if (!system.shapes().equals(List.of(ResourceShape.AIC_ONLY))) {
      addAll("--shapes", system.shapes(), arguments);
    }
    if (system.threads() != 1) {
      add("--threads", system.threads(), arguments);
    }
  }

  private static void choices(BoundedSystem system, List<String> arguments) {
    if (system.placement() != Placement.BY_SUBSLOT) {
      add("--placement", system.placement(), arguments);
    }
    if (system.paths() != PendingDispatch.BOTH) {
      add("--dispatch", system.paths(), arguments);
    }
    if (system.kernelSync() != KernelSync.NONE) {
      add("--kernel-sync", system.kernelSync(), arguments);
    }
    if (system.shutdown() != Shutdown.NORMAL) {
      add("--shutdown", system.shutdown(), arguments);
    }
    addIf(system.anyCore(), "--any-core", arguments);
    addIf(system.handOver(), "--hand-over", arguments);
    addIf(system.gated(), "--gated", arguments);
  }

  private static void add(String option, Object value, List<String> arguments) {
    arguments.add(option);
    arguments.add(value.toString());
  }

  private static void addAll(String option, Collection<?> values, List<String> arguments) {
    if (!values.isEmpty()) {
      add(
          option,
          values.stream().map(Object::toString).collect(Collectors.joining(",")),
          arguments);
    }
  }

  private static void addIf(boolean chosen, String option, List<String> arguments) {
    if (chosen) {
      arguments.add(option);
    }
  }
}
