package io.ackfin.handshake;

import static io.ackfin.protocol.ResourceShape.AIC_AIV_X1;
import static io.ackfin.protocol.ResourceShape.AIC_AIV_X2;
import static io.ackfin.protocol.ResourceShape.AIC_ONLY;
import static io.ackfin.protocol.ResourceShape.AIV_X1;
import static io.ackfin.protocol.ResourceShape.AIV_X2;

import io.ackfin.protocol.ResourceShape;
import java.util.List;

/**
 * In which order a scheduler thread looks at the ready queues: the widest shape first, and then
 * cube before vector in even threads, vector before cube in odd ones, so that threads contend less.
 */
public final class ShapeOrder {
  private static final List<ResourceShape> EVEN =
      List.of(AIC_AIV_X2, AIC_AIV_X1, AIC_ONLY, AIV_X2, AIV_X1);
  private static final List<ResourceShape> ODD =
      List.of(AIC_AIV_X2, AIV_X2, AIC_AIV_X1, AIV_X1, AIC_ONLY);

  private ShapeOrder() {}

  /** The order of a thread, numbered from 0. */
  public static List<ResourceShape> of(int thread) {
    return (thread & 1) == 0 ? EVEN : ODD;
  }
}
