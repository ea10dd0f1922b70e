package io.ackfin.device.aicore;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.core.parameter.Require;
import io.ackfin.core.time.Ticks;

/** What each step of a compute core's dispatch loop costs. */
public record AicoreSpec(
    @Parameter(
            value = "period of a polling core's reads of DATA_MAIN_BASE",
            source = "published: COND write + DMB read ~9.7 ns (aicore-kernel-programming.md)",
            min = 1)
        Ticks poll,
    @Parameter(
            value = "data-cache invalidate after a new dispatch was found",
            source = "assumed part of the published 349 ns from pick-up to kernel start")
        Ticks invalidate,
    @Parameter(
            value = "reading hank.task and the payload it points to",
            source = "assumed part of the published 349 ns from pick-up to kernel start")
        Ticks payloadRead,
    @Parameter(
            value = "writing ACK to COND; the word is written at its end",
            source = "published: 5-10 ns (aicore-kernel-programming.md)")
        Ticks ackWrite,
    @Parameter(
            value = "making the kernel's output visible after its end",
            source = "assumed to be part of the kernel")
        Ticks outputPublish,
    @Parameter(
            value = "writing FIN to COND; the word is written at its end",
            source = "published: 5-10 ns (aicore-kernel-programming.md)")
        Ticks finWrite,
    @Parameter(
            value = "reading hank.task, on top of payloadRead, in the variants that read it",
            source = "assumed part of payloadRead")
        Ticks pointerRead,
    @Parameter(
            value = "from the write of ACK to the kernel's start",
            source = "assumed part of payloadRead")
        Ticks kernelStart,
    @Parameter(
            value = "the least time that a kernel takes, whatever its duration",
            source = "assumed: a kernel takes its duration")
        Ticks kernelLeast,
    @Parameter(
            value =
                "the first of a wait's reads of DATA_MAIN_BASE; the others follow by the period",
            source = "assumed: one of the polls that the period counts")
        Ticks firstRead) {
  public AicoreSpec {
    Require.positive("poll", poll);
  }

  /** The pace of a core at these costs. */
  public CorePace pace() {
    return new AicoreCosts(this);
  }
}
