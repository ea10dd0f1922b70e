package io.ackfin.device.soc;

import io.ackfin.device.soc.ScriptedSetup.Output;
import io.ackfin.protocol.HandshakeListener;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Tells what a scripted chip does; decides when the output of a kernel is visible. */
final class ScriptedLog extends HandshakeTeller {
  private final Output output;
  private final int[] received;
  private final List<Deque<Integer>> outputs = new ArrayList<>();

  ScriptedLog(HandshakeListener listener, Output output, int cores) {
    super(listener, null);
    this.output = output;
    received = new int[cores];
    for (int core = 0; core < cores; core++) {
      outputs.add(new ArrayDeque<>());
    }
  }

  /** How many kernels of a core have ended whose output is not visible. */
  int outputsOnTheirWay(int core) {
    return outputs.get(core).size();
  }

  /** The oldest output of a core that is on its way becomes visible; there must be one. */
  void outputArrives(int core, long tick) {
    super.outputVisible(core, outputs.get(core).remove(), tick);
  }

  @Override
  public void received(int core, int id, long tick) {
    received[core] = id;
    super.received(core, id, tick);
  }

  @Override
  public void kernelEnded(int core, int slot, int subtask, long tick) {
    super.kernelEnded(core, slot, subtask, tick);
    switch (output) {
      case PUBLISHED -> {
        // Its own row tells.
      }
      case AT_END -> super.outputVisible(core, received[core], tick);
      case POSTED -> outputs.get(core).add(received[core]);
    }
  }

  @Override
  public void outputVisible(int core, int id, long tick) {
    if (output == Output.PUBLISHED) {
      super.outputVisible(core, id, tick);
    }
  }
}
