package io.ackfin.device.soc;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.core.parameter.Require;

/** The cores of one cluster. */
public record ClusterSpec(
    @Parameter(value = "cube cores", source = "published: 1 AIC + 2 AIV", min = 0, max = 1) int aic,
    @Parameter(value = "vector cores", source = "published: 1 AIC + 2 AIV", min = 0, max = 2)
        int aiv) {
  public ClusterSpec {
    Require.range("aic", aic, 0, 1);
    Require.range("aiv", aiv, 0, 2);
    Require.range("aic + aiv", aic + aiv, 1, 3);
  }

  /** Cores of the cluster, 1 to 3. */
  public int cores() {
    return aic + aiv;
  }

  /** Whether a core, by the chip's number, is a cube core: each cluster's first, if it has one. */
  public boolean isCube(int core) {
    return aic == 1 && core % cores() == 0;
  }
}
