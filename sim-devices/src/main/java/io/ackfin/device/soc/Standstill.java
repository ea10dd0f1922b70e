package io.ackfin.device.soc;

import io.ackfin.device.aicore.AicoreDevice;
import io.ackfin.device.aicpu.TaskBoard;
import java.util.List;

/** What kind of standstill there is when nothing has moved for as long as threads have patience. */
public enum Standstill {
  /** Kernels run for longer than the patience lasts; they would end. */
  KERNELS_RUN("kernels outlast the patience"),
  /** Threads complete again and again what is complete, and nothing comes of it. */
  LIVELOCK("livelock"),
  /** Everybody waits for something that nobody will do. */
  DEADLOCK("deadlock");

  private final String label;

  Standstill(String label) {
    this.label = label;
  }

  static Standstill of(TaskBoard board, List<AicoreDevice> cores) {
    if (cores.stream().anyMatch(AicoreDevice::runsKernel)) {
      return KERNELS_RUN;
    }
    return board.repeatedCompletions() > 0 ? LIVELOCK : DEADLOCK;
  }

  /** The name in reports. */
  @Override
  public String toString() {
    return label;
  }
}
