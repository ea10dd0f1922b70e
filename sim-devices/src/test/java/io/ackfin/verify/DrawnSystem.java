package io.ackfin.verify;

import io.ackfin.handshake.Addition;
import io.ackfin.handshake.Fault;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.DispatchId;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.verify.naive.SystemDraft;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** A small bounded system drawn from a seed: any variant, edits, cores, shapes and orders. */
final class DrawnSystem {
  private final Random random;

  private DrawnSystem(long seed) {
    random = new Random(seed);
  }

  static BoundedSystem of(long seed) {
    return new DrawnSystem(seed).draw();
  }

  private boolean oneIn(int number) {
    return random.nextInt(number) == 0;
  }

  private <T> T oneOf(T[] all) {
    return all[random.nextInt(all.length)];
  }

  private BoundedSystem draw() {
    boolean gated = oneIn(4);
    SystemDraft draft = SystemDraft.of(protocol(gated));
    size(draft, gated);
    draft.placed(oneOf(Placement.values())).by(oneOf(PendingDispatch.values()));
    draft.memory(memory()).kernels(oneOf(KernelSync.values())).ending(oneOf(Shutdown.values()));
    if (gated) {
      draft.gated();
    }
    if (oneIn(2)) {
      draft.anyCore();
    }
    if (oneIn(4)) {
      draft.outputPosted();
    }
    if (oneIn(2)) {
      draft.threads(2);
      if (oneIn(2)) {
        draft.handOver();
      }
    }
    return draft.system();
  }

  private Protocol protocol(boolean gated) {
    Protocol protocol = Protocol.of(oneOf(Variant.values())).staging(gated);
    for (int i = random.nextInt(3); i > 0; i--) {
      protocol = protocol.without(oneOf(Protection.values()));
    }
    if (oneIn(2)) {
      protocol = protocol.with(Addition.GUARD_ABORT);
    }
    if (oneIn(6)) {
      protocol = protocol.withFault(oneOf(Fault.values()));
    }
    if (oneIn(3)) {
      protocol = protocol.startingBy(oneOf(Startup.values()));
    }
    return protocol.counting(ids());
  }

  private DispatchId ids() {
    return switch (random.nextInt(4)) {
      case 0 -> DispatchId.FULL.modulo(2 + random.nextInt(3));
      case 1 -> DispatchId.FULL.startingAt(DispatchId.RESERVED - 1 - random.nextInt(2));
      default -> DispatchId.FULL;
    };
  }

  /** Up to three cores; the fewer they are, the more tasks. */
  private void size(SystemDraft draft, boolean gated) {
    int cubes = random.nextInt(3);
    int vectors = cubes == 0 ? 1 + random.nextInt(2) : random.nextInt(4 - cubes);
    List<ResourceShape> fitting =
        Arrays.stream(ResourceShape.values())
            .filter(shape -> shape.cubes() <= cubes && shape.vectors() <= vectors)
            .toList();
    ResourceShape first = fitting.get(random.nextInt(fitting.size()));
    ResourceShape second = fitting.get(random.nextInt(fitting.size()));
    int tasks = 1 + random.nextInt(cubes + vectors == 1 ? 4 : 2);
    draft.cores(cubes, vectors).tasks(gated ? Math.max(2, tasks) : tasks, first, second);
  }

  private StoreOrder memory() {
    MemoryMode mode = oneOf(MemoryMode.values());
    EnumSet<Location> movable = EnumSet.noneOf(Location.class);
    StoreOrder.PLACES.stream().filter(place -> oneIn(2)).forEach(movable::add);
    boolean some = mode == MemoryMode.RELAXED && !movable.isEmpty();
    return some ? new StoreOrder(mode, movable) : StoreOrder.of(mode);
  }
}
