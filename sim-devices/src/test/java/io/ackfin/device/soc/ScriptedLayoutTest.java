package io.ackfin.device.soc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ScriptedLayoutTest {
  @Test
  void coresAreNumberedThroughClustersThatNeedNotBeAlike() {
    ScriptedLayout layout = new ScriptedLayout(1, 3);
    assertThat(layout.clusters()).isEqualTo(2);
    assertThat(names(layout)).containsExactly("0 AIC", "0 AIV0", "0 AIV1", "1 AIV0");
    assertThat(List.of(layout.core(1, 0), layout.core(1, 1), layout.core(1, 2)))
        .containsExactly(ScriptedLayout.NO_CORE, 3, ScriptedLayout.NO_CORE);
    assertThat(layout.core(0, 3)).as("no such position").isEqualTo(ScriptedLayout.NO_CORE);

    assertThat(names(new ScriptedLayout(2, 1))).containsExactly("0 AIC", "0 AIV0", "1 AIC");
    assertThat(names(new ScriptedLayout(0, 2))).containsExactly("0 AIV0", "0 AIV1");
  }

  private static List<String> names(ScriptedLayout layout) {
    return IntStream.range(0, layout.cores())
        .mapToObj(core -> layout.cluster(core) + " " + layout.name(core))
        .toList();
  }
}
