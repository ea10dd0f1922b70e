package io.ackfin.run.replay;

import io.ackfin.handshake.*;
import io.ackfin.protocol.*;
import io.ackfin.verify.*;
import java.util.*;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ScratchTest {
  static BoundedSystem sys(
      Protocol p,
      int threads,
      int cubes,
      int vectors,
      int tasks,
      List<ResourceShape> shapes,
      Placement pl,
      PendingDispatch paths,
      boolean any,
      StoreOrder mem,
      boolean out,
      KernelSync ks,
      boolean ho,
      Shutdown sd) {
    return new BoundedSystem(
        p,
        threads,
        cubes,
        vectors,
        tasks,
        shapes,
        pl,
        paths,
        any,
        mem,
        out,
        ks,
        ho,
        p.staging(),
        sd);
  }

  @Test
  void all() {
    List<Protocol> ps = new ArrayList<>();
    for (Variant v : Variant.values()) {
      for (Startup su : Startup.values()) {
        ps.add(Protocol.of(v).startingBy(su));
      }
      Protocol base = Protocol.of(v);
      for (Protection p : Protection.values()) ps.add(base.without(p));
      for (Fault f : Fault.values()) ps.add(base.withFault(f));
      ps.add(
          base.withFault(Fault.NARROW_RESERVED_IDS)
              .counting(DispatchId.FULL.startingAt(0x7FFFFFEF)));
      for (int m = 1; m <= 4; m++) ps.add(base.counting(DispatchId.FULL.modulo(m)));
      ps.add(base.with(Addition.GUARD_ABORT));
      ps.add(base.staging(true));
      ps.add(
          base.staging(true).startingBy(Startup.HANDSHAKE).without(Protection.PAYLOAD_BEFORE_ACK));
      ps.add(base.staging(true).counting(DispatchId.FULL.modulo(1)));
      ps.add(
          base.staging(true)
              .counting(DispatchId.FULL.modulo(2))
              .without(Protection.CACHE_INVALIDATE));
      ps.add(base.without(Protection.ACK_GUARD).without(Protection.SLOT_FLIP));
      ps.add(base.without(Protection.CASE_A).without(Protection.CASE_C));
    }
    List<BoundedSystem> systems = new ArrayList<>();
    for (Protocol p : ps) {
      for (StoreOrder mem :
          List.of(
              StoreOrder.of(MemoryMode.IN_ORDER),
              StoreOrder.of(MemoryMode.FIFO),
              StoreOrder.of(MemoryMode.RELAXED),
              new StoreOrder(MemoryMode.RELAXED, EnumSet.of(Location.DMB)))) {
        for (Shutdown sd : Shutdown.values()) {
          if (sd != Shutdown.NORMAL && mem.mode() == MemoryMode.RELAXED) continue;
          systems.add(
              sys(
                  p,
                  1,
                  1,
                  0,
                  3,
                  List.of(ResourceShape.AIC_ONLY),
                  Placement.BY_SUBSLOT,
                  PendingDispatch.BOTH,
                  false,
                  mem,
                  mem.mode() == MemoryMode.FIFO,
                  KernelSync.NONE,
                  false,
                  sd));
        }
      }
      StoreOrder in = StoreOrder.of(MemoryMode.IN_ORDER);
      StoreOrder fifo = StoreOrder.of(MemoryMode.FIFO);
      for (Location l : StoreOrder.PLACES) {
        systems.add(
            sys(
                p,
                1,
                1,
                0,
                2,
                List.of(ResourceShape.AIC_ONLY),
                Placement.BY_SUBSLOT,
                PendingDispatch.SPIN,
                false,
                new StoreOrder(MemoryMode.RELAXED, EnumSet.of(l)),
                true,
                KernelSync.NONE,
                false,
                Shutdown.EMERGENCY));
      }
      systems.add(
          sys(
              p,
              2,
              1,
              1,
              2,
              List.of(ResourceShape.AIC_ONLY, ResourceShape.AIV_X1),
              Placement.BY_SUBSLOT,
              PendingDispatch.BOTH,
              true,
              fifo,
              true,
              KernelSync.NONE,
              true,
              Shutdown.EMERGENCY));
      systems.add(
          sys(
              p,
              2,
              2,
              0,
              2,
              List.of(ResourceShape.AIC_ONLY),
              Placement.BY_SUBSLOT,
              PendingDispatch.BOTH,
              true,
              in,
              true,
              KernelSync.NONE,
              true,
              Shutdown.ANY_TIME));
      systems.add(
          sys(
              p,
              2,
              0,
              3,
              3,
              List.of(ResourceShape.AIV_X1, ResourceShape.AIV_X2),
              Placement.SELECT_AIV,
              PendingDispatch.BOTH,
              true,
              in,
              false,
              KernelSync.START,
              false,
              Shutdown.ANY_TIME));
      systems.add(
          sys(
              p,
              1,
              2,
              2,
              3,
              List.of(ResourceShape.AIC_AIV_X1),
              Placement.BY_SUBSLOT,
              PendingDispatch.SPIN,
              true,
              in,
              false,
              KernelSync.BARRIER,
              false,
              Shutdown.NORMAL));
      systems.add(
          sys(
              p,
              2,
              2,
              0,
              3,
              List.of(ResourceShape.AIC_ONLY),
              Placement.BY_SUBSLOT,
              PendingDispatch.SKIP,
              true,
              in,
              false,
              KernelSync.NONE,
              true,
              Shutdown.NORMAL));
      systems.add(
          sys(
              p,
              1,
              1,
              2,
              2,
              List.of(ResourceShape.AIC_AIV_X2, ResourceShape.AIV_X2),
              Placement.SELECT_AIV,
              PendingDispatch.SPIN,
              false,
              in,
              false,
              KernelSync.START,
              false,
              Shutdown.NORMAL));
      systems.add(
          sys(
              p,
              1,
              0,
              2,
              2,
              List.of(ResourceShape.AIV_X2),
              Placement.BY_SUBSLOT,
              PendingDispatch.BOTH,
              true,
              in,
              false,
              KernelSync.BARRIER,
              false,
              Shutdown.EMERGENCY));
      systems.add(
          sys(
              p,
              1,
              0,
              2,
              3,
              List.of(ResourceShape.AIV_X2, ResourceShape.AIV_X1),
              Placement.SELECT_AIV,
              PendingDispatch.BOTH,
              true,
              in,
              false,
              KernelSync.BARRIER,
              false,
              Shutdown.NORMAL));
    }
    int ways = 0, confirmed = 0, unfinished = 0;
    Map<String, Integer> kinds = new TreeMap<>();
    Map<String, Integer> problems = new TreeMap<>();
    Map<String, Integer> extras = new TreeMap<>();
    for (BoundedSystem s : systems) {
      Answer a;
      try {
        a =
            Explorer.explore(
                s,
                new ExplorerOptions(200_000, 400L << 20, ways % 2 == 0, false),
                SearchWatcher.none());
      } catch (RuntimeException e) {
        problems.merge("EXPLORER " + e, 1, Integer::sum);
        continue;
      }
      if (!a.unfinished().isEmpty()) unfinished++;
      Set<Invariant> claimed = EnumSet.noneOf(Invariant.class);
      for (Counterexample c : a.violated()) claimed.add(c.invariant());
      for (Counterexample c : a.violated()) {
        ways++;
        if (c.invariant() == Invariant.PROGRESS) {
          kinds.merge("reason: " + c.reason().replaceAll("\\d+", "n"), 1, Integer::sum);
          try {
            kinds.merge("why: " + Replay.of(s, c).run(List.of()).why(), 1, Integer::sum);
          } catch (RuntimeException e) {
            kinds.merge("why: none", 1, Integer::sum);
          }
        }
        for (Step st : c.steps()) kinds.merge(st.move().kind().name(), 1, Integer::sum);
        try {
          ReplayResult r = Replay.of(s, c).run(List.of());
          if (r.broken().contains(c.invariant())) confirmed++;
          else {
            String k = c.invariant() + " not shown, ending " + r.ending() + " broken " + r.broken();
            if (problems.merge(k, 1, Integer::sum) <= 2) {
              System.out.println("### " + k + "\n" + s + "\n" + c.reason());
              c.steps().forEach(st -> System.out.println(st.line() + "   " + st.move()));
              c.situation().forEach(System.out::println);
            }
          }
          for (Invariant i : r.broken())
            if (!claimed.contains(i) && a.unfinished().isEmpty()) {
              String k = i + " in a way of " + c.invariant();
              if (extras.merge(k, 1, Integer::sum) <= 2) {
                System.out.println("+++ extra " + k + " " + r.verdict(i).firstMessage() + "\n" + s);
                c.steps().forEach(st -> System.out.println(st.line()));
              }
            }
        } catch (RuntimeException e) {
          String k = String.valueOf(e.getMessage()).replaceAll("step \\d+", "step n");
          if (problems.merge(k, 1, Integer::sum) <= 1) {
            System.out.println("### " + e + "\n" + s);
            if (!(e instanceof DepartureException)) e.printStackTrace(System.out);
            c.steps().forEach(st -> System.out.println(st.line() + "   " + st.move()));
          }
        }
      }
      if (a.violated().isEmpty() && a.unfinished().isEmpty()) {
        ReplayResult r = Replay.of(s, List.of()).goingOn().run(List.of());
        String k = "holds: " + r.ending() + " " + r.broken() + " " + r.why();
        if (problems.merge(k, 1, Integer::sum) <= 1 && r.ending() != ReplayEnding.FINISHED) {
          System.out.println("### " + k + " " + s + r.waiting());
        }
      }
    }
    System.out.println(
        "=== systems "
            + systems.size()
            + " unfinished "
            + unfinished
            + " ways "
            + ways
            + " confirmed "
            + confirmed);
    System.out.println("=== kinds " + kinds);
    problems.forEach((k, n) -> System.out.println("=== " + n + " x " + k));
    extras.forEach((k, n) -> System.out.println("=== extra " + n + " x " + k));
  }
}
