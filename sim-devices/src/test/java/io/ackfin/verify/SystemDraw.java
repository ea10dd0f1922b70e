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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Bounded systems drawn at random, each from its seed alone, with everything that one can have. */
final class SystemDraw {
  private final Random random;

  private SystemDraw(long seed) {
    random = new Random(seed);
  }

  /** The system of a seed; of any size. */
  static BoundedSystem of(long seed) {
    return new SystemDraw(seed).system();
  }

  private BoundedSystem system() {
    int tasks = 1 + random.nextInt(3);
    Protocol protocol = protocol().staging(tasks > 1 && random.nextInt(4) == 0);
    int cubes = random.nextInt(3);
    int vectors = cubes == 0 ? 1 + random.nextInt(2) : Math.max(0, random.nextInt(5) - 2);
    int threads = random.nextInt(3) == 0 ? 2 : 1;
    return SystemBuilder.of(protocol)
        .tasks(tasks)
        .cores(cubes, vectors)
        .shapes(shapes(cubes, vectors))
        .threads(threads)
        .placement(one(Placement.values()))
        .paths(one(PendingDispatch.values()))
        .anyCore(random.nextInt(3) == 0)
        .memory(memory())
        .outputPosted(random.nextInt(4) == 0)
        .kernelSync(one(KernelSync.values()))
        .handOver(threads == 2 && random.nextBoolean())
        .shutdown(one(Shutdown.values()))
        .build();
  }

  private Protocol protocol() {
    Protocol protocol =
        Protocol.of(one(Variant.values())).startingBy(one(Startup.values())).counting(ids());
    for (int off = random.nextInt(4) - 1; off > 0; off--) {
      protocol = protocol.without(one(Protection.values()));
    }
    if (random.nextInt(3) == 0) {
      protocol = protocol.with(Addition.GUARD_ABORT);
    }
    return random.nextInt(4) == 0 ? protocol.withFault(one(Fault.values())) : protocol;
  }

  private DispatchId ids() {
    return switch (random.nextInt(4)) {
      case 0 -> DispatchId.FULL.modulo(1 + random.nextInt(4));
      case 1 -> DispatchId.FULL.startingAt(DispatchId.RESERVED - 1 - random.nextInt(2));
      default -> DispatchId.FULL;
    };
  }

  private ResourceShape[] shapes(int cubes, int vectors) {
    List<ResourceShape> fitting = new ArrayList<>();
    for (ResourceShape shape : ResourceShape.values()) {
      if (shape.cubes() <= cubes && shape.vectors() <= Math.min(2, vectors)) {
        fitting.add(shape);
      }
    }
    ResourceShape[] shapes = new ResourceShape[1 + random.nextInt(3)];
    for (int i = 0; i < shapes.length; i++) {
      shapes[i] = fitting.get(random.nextInt(fitting.size()));
    }
    return shapes;
  }

  private StoreOrder memory() {
    MemoryMode mode = one(MemoryMode.values());
    Set<Location> movable = EnumSet.noneOf(Location.class);
    while (mode == MemoryMode.RELAXED && movable.isEmpty()) {
      StoreOrder.PLACES.stream().filter(place -> random.nextBoolean()).forEach(movable::add);
    }
    return new StoreOrder(mode, movable);
  }

  private <E> E one(E[] all) {
    return all[random.nextInt(all.length)];
  }
}
