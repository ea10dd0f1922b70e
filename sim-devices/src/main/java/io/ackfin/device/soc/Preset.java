package io.ackfin.device.soc;

import io.ackfin.core.time.Ticks;
import io.ackfin.device.aicore.AicoreSpec;
import io.ackfin.device.aicpu.AicpuSpec;
import io.ackfin.device.aicpu.OrchestratorSpec;
import io.ackfin.device.memory.MemorySpec;
import io.ackfin.device.mmio.MmioSpec;
import io.ackfin.handshake.Startup;

/** A named, complete set of parameters. */
public enum Preset {
  /** The costs measured on silicon by the runtime's own project, at full size. */
  A2A3("a2a3") {
    @Override
    public SocSpec spec() {
      return new SocSpec(
          24,
          new ClusterSpec(1, 2),
          Startup.HANDSHAKE,
          true,
          0,
          new AicpuSpec(
              3,
              Ticks.ofNanos(150),
              Ticks.ZERO,
              Ticks.ofNanos(1190),
              Ticks.ofNanos(30),
              Ticks.ofNanos(1000),
              Ticks.ZERO,
              Ticks.ZERO,
              Ticks.ofNanos(115),
              Ticks.ofMillis(2000),
              Ticks.ofMillis(1000)),
          new OrchestratorSpec(Ticks.ofNanos(870), false),
          new MmioSpec(
              Ticks.ofNanos(100),
              Ticks.ofNanos(20),
              Ticks.ofNanos(140),
              Ticks.ofNanos(120),
              Ticks.ZERO),
          new MemorySpec(Ticks.ofNanos(41), Ticks.ofNanos(1040), Ticks.ofNanos(500), 50),
          new AicoreSpec(
              Ticks.ofPicos(9700),
              Ticks.ofNanos(100),
              Ticks.ofNanos(239),
              Ticks.ofNanos(10),
              Ticks.ZERO,
              Ticks.ofNanos(10),
              Ticks.ZERO,
              Ticks.ZERO,
              Ticks.ZERO,
              Ticks.ZERO));
    }
  },

  /** The reduced model that four independent programs agree on, in every field. */
  REFERENCE("reference") {
    @Override
    public SocSpec spec() {
      return new SocSpec(
          3,
          new ClusterSpec(1, 0),
          Startup.NONE,
          false,
          0,
          new AicpuSpec(
              1,
              Ticks.ZERO,
              Ticks.ZERO,
              Ticks.ofNanos(1400),
              Ticks.ZERO,
              Ticks.ofNanos(1000),
              Ticks.ZERO,
              Ticks.ZERO,
              Ticks.ZERO,
              Ticks.ofMillis(2000),
              Ticks.ofMillis(1000)),
          new OrchestratorSpec(Ticks.ZERO, false),
          new MmioSpec(
              Ticks.ofNanos(100),
              Ticks.ofNanos(5),
              Ticks.ofNanos(140),
              Ticks.ofNanos(120),
              Ticks.ZERO),
          new MemorySpec(Ticks.ofPicos(1), Ticks.ofPicos(1), Ticks.ZERO, 50),
          new AicoreSpec(
              Ticks.ofPicos(9700),
              Ticks.ZERO,
              Ticks.ofNanos(349),
              Ticks.ZERO,
              Ticks.ZERO,
              Ticks.ZERO,
              Ticks.ZERO,
              Ticks.ZERO,
              Ticks.ZERO,
              Ticks.ZERO));
    }
  };

  private final String label;

  Preset(String label) {
    this.label = label;
  }

  /** The preset's parameters. */
  public abstract SocSpec spec();

  /** The name in files and on the command line. */
  @Override
  public String toString() {
    return label;
  }
}
