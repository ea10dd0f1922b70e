package io.ackfin.scenario.describe;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The answer to one {@code describe}.
 *
 * @param subject what is described, as it was asked for
 * @param tables at least one
 */
public record Description(String subject, List<Table> tables) {
  public Description {
    tables = List.copyOf(tables);
  }

  /** All tables as text for a terminal, with an empty line between. */
  public String asText() {
    return tables.stream().map(TableText::of).collect(Collectors.joining("\n"));
  }
}
