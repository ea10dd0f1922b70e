package io.ackfin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.check.Verdict;
import io.ackfin.core.time.Ticks;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.ResourceShape;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Start-up where one way between control CPU and core is much faster than the other. */
@Tag("unit")
class StartupTest {
  private static final Ticks FAST = Ticks.ofPicos(1);
  private static final Ticks SLOW = Ticks.ofMicros(3);

  static Stream<Arguments> startups() {
    return Stream.of(Variant.values())
        .flatMap(
            variant ->
                Stream.of(Startup.HANDSHAKE, Startup.REPORT_FIRST)
                    .map(startup -> Arguments.of(variant, startup)));
  }

  /** The flag that the window is open must not overtake DMB idle: what was there is no dispatch. */
  @ParameterizedTest
  @MethodSource("startups")
  void flagsThatAreFasterThanRegisters(Variant variant, Startup startup) {
    assertGood(
        fixture(variant, startup)
            .memory("flagVisible", FAST)
            .mmio("storeVisible", SLOW)
            .mmio("condVisible", SLOW));
  }

  @ParameterizedTest
  @MethodSource("startups")
  void registersThatAreFasterThanFlags(Variant variant, Startup startup) {
    assertGood(
        fixture(variant, startup)
            .memory("flagVisible", SLOW)
            .mmio("storeVisible", FAST)
            .mmio("condVisible", FAST));
  }

  /** The first dispatch follows the start-up faster than a core polls. */
  @ParameterizedTest
  @MethodSource("startups")
  void aDispatchThatCostsNothing(Variant variant, Startup startup) {
    assertGood(
        fixture(variant, startup)
            .aicpu("payloadBuild", Ticks.ZERO)
            .mmio("storeIssue", FAST)
            .memory("flagVisible", FAST));
  }

  private static PlanFixture fixture(Variant variant, Startup startup) {
    return PlanFixture.reference()
        .clusters(3)
        .schedulers(2)
        .variant(variant)
        .startup(startup)
        .memory("flagLoad", Ticks.ofNanos(41))
        .graph(PlanFixture.independent(ResourceShape.AIC_ONLY, 12, Ticks.ofMicros(1)));
  }

  private static void assertGood(PlanFixture fixture) {
    RunResult result = fixture.run();
    assertThat(result.ending()).as(result.why() + result.waiting()).isEqualTo(RunEnding.FINISHED);
    assertThat(result.verdicts())
        .filteredOn(verdict -> !verdict.held())
        .extracting(Verdict::firstMessage)
        .isEmpty();
  }
}
