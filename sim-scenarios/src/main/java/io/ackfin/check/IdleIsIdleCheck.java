package io.ackfin.check;

import io.ackfin.protocol.HandshakeEvent;
import io.ackfin.protocol.Invariant;

/**
 * Watches {@link Invariant#IDLE_IS_IDLE}: nothing that was published to the core is unfinished.
 * Where arrivals are told, what the core passed over counts no more: it never runs, which is for
 * {@link Invariant#RUNS_ONCE} to say.
 */
final class IdleIsIdleCheck implements InvariantCheck {
  private final Verdict verdict = new Verdict(Invariant.IDLE_IS_IDLE);
  private final Names names;
  private final DispatchOrder order;
  private final TakenUp taken;

  IdleIsIdleCheck(Names names, int cores) {
    this.names = names;
    order = new DispatchOrder(cores);
    taken = new TakenUp(cores);
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }

  @Override
  public void on(HandshakeEvent event, long tick, int core, int detail, int item) {
    taken.on(event, core, item);
    switch (event) {
      case RECEIVED -> passOver(core);
      case PUBLISHED -> order.published(core, item);
      case KERNEL_ENDED -> order.handled(core);
      case BELIEVED_IDLE -> {
        if (order.size(core) > 0) {
          verdict.violated(
              tick,
              "core %d is believed idle while it still has %s",
              core,
              names.subtask(order.next(core)));
        }
      }
      default -> {
        // Not about idleness.
      }
    }
  }

  private void passOver(int core) {
    int next = taken.by(core);
    while (next != DispatchOrder.NOTHING && order.size(core) > 0 && order.next(core) != next) {
      order.handled(core);
    }
  }
}
