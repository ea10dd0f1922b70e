package io.ackfin.cli;

import io.ackfin.handshake.Location;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.output.SystemText;
import io.ackfin.verify.StoreOrder;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** In which order stores become visible. */
final class MemoryOptions {
  private static final String MEMORY = "--memory";
  private static final char COLON = ':';

  @Option(
      names = MEMORY,
      paramLabel = "ORDER",
      description =
          "in-order, fifo (stores are posted), or relaxed[:payload,hank,dmb] (those to"
              + " the places named, or to all, also pass one another; default: in-order)")
  private String memory;

  @Option(
      names = "--output-posted",
      description = "a kernel's output becomes visible later than its end")
  private boolean outputPosted;

  boolean outputPosted() {
    return outputPosted;
  }

  /** The order of the stores; {@code unsaid} is the mode if the option was not given. */
  StoreOrder read(OptionReader reader, MemoryMode unsaid) {
    if (memory == null) {
      return StoreOrder.of(unsaid);
    }
    int colon = memory.indexOf(COLON);
    String name = colon < 0 ? memory : memory.substring(0, colon);
    MemoryMode mode = reader.named(MEMORY, name, MemoryMode.values());
    if (colon < 0 || !reader.isFine(MEMORY)) {
      return StoreOrder.of(mode);
    }
    if (mode != MemoryMode.RELAXED) {
      reader.refuse(MEMORY, memory, mode + " alone, as only relaxed memory has places that pass");
      return StoreOrder.of(mode);
    }
    Set<Location> movable = EnumSet.noneOf(Location.class);
    List<String> places = List.of(memory.substring(colon + 1).split(",", -1));
    movable.addAll(
        reader.distinct(MEMORY, places, List.copyOf(StoreOrder.PLACES), SystemText::label));
    return movable.isEmpty() ? StoreOrder.of(mode) : new StoreOrder(mode, movable);
  }
}
