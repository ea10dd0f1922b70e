package io.ackfin.verify.naive;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.handshake.Addition;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.DispatchId;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.verify.Move;
import io.ackfin.verify.Shutdown;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That what the text of a situation leaves out has no say in what happens. */
@Tag("unit")
class SituationKeyTest {
  private static final int ENOUGH = 2_000;

  static Stream<SystemDraft> systems() {
    Protocol dual = Protocol.of(Variant.DUAL_SLOT).with(Addition.GUARD_ABORT);
    Protocol parity = Protocol.of(Variant.DUAL_SLOT_PARITY);
    return Stream.of(
        stopped(dual.startingBy(Startup.HANDSHAKE), MemoryMode.FIFO)
            .cores(0, 2)
            .tasks(2, ResourceShape.AIV_X1),
        stopped(dual.without(Protection.STORE_ORDER), MemoryMode.RELAXED).tasks(3),
        stopped(parity.staging(true), MemoryMode.RELAXED).tasks(3).gated(),
        stopped(parity.without(Protection.ACK_GUARD), MemoryMode.FIFO).tasks(3),
        stopped(dual.without(Protection.CACHE_INVALIDATE), MemoryMode.IN_ORDER).tasks(3),
        stopped(dual, MemoryMode.IN_ORDER)
            .cores(0, 2)
            .tasks(2, ResourceShape.AIV_X2)
            .kernels(KernelSync.BARRIER),
        SystemDraft.of(dual).threads(2).cores(2, 0).tasks(3).handOver().memory(MemoryMode.FIFO),
        SystemDraft.of(parity.counting(DispatchId.FULL.modulo(3))).tasks(4).outputPosted(),
        SystemDraft.of(dual.without(Protection.ACK_GUARD).counting(DispatchId.FULL.modulo(2)))
            .tasks(4),
        SystemDraft.of(parity.staging(true))
            .threads(2)
            .cores(1, 2)
            .tasks(2, ResourceShape.AIC_ONLY, ResourceShape.AIV_X2)
            .gated());
  }

  private static SystemDraft stopped(Protocol protocol, MemoryMode memory) {
    return SystemDraft.of(protocol).memory(memory).ending(Shutdown.EMERGENCY);
  }

  @ParameterizedTest
  @MethodSource("systems")
  void situationsWithEqualTextsGoOnAlike(SystemDraft draft) {
    World world = new World(draft.system());
    Map<String, Map<Move, String>> known = new LinkedHashMap<>();
    Queue<Situation> open = new ArrayDeque<>(List.of(Situation.initial(world)));
    int metAgain = 0;
    while (!open.isEmpty() && known.size() < ENOUGH) {
      Situation now = open.remove();
      List<Turn> turns =
          Choices.of(world, now).stream().map(move -> Turn.take(world, now, move)).toList();
      Map<Move, String> before = known.putIfAbsent(SituationKey.of(world, now), steps(turns));
      if (before == null) {
        turns.forEach(turn -> open.add(turn.situation()));
      } else {
        assertThat(steps(turns)).isEqualTo(before);
        metAgain++;
      }
    }
    assertThat(metAgain).isGreaterThan(ENOUGH / 10);
  }

  private static Map<Move, String> steps(List<Turn> turns) {
    Map<Move, String> steps = new LinkedHashMap<>();
    for (Turn turn : turns) {
      String shown = turn.broken() + " " + turn.reached() + " " + turn.input();
      steps.put(turn.move(), shown + "\n" + SituationKey.of(turn.world(), turn.situation()));
    }
    return steps;
  }
}
